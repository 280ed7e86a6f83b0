package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How fast a lift is at one load, week for week: sets near that load are moved along the athlete's own load–velocity line to it, so that weeks with
/// somewhat different loads can be compared.
///
/// @param loadKg median of the lift's sets, to 2.5 kg
/// @param line   null where there is none: then only sets with that very load count
record FixedLoad(double loadKg, Profile.@Nullable Line line) {
  private static final double STEP_KG = 2.5;
  /// Farther from the load the line's slope says too much.
  private static final double NEAR_SHARE = 0.15;

  /// @param points the fastest rep of each set of the whole span, lightest first
  static Optional<FixedLoad> of(List<Profile.Point> points, Profile.@Nullable Line line, double maxKg) {
    List<Profile.Point> heavy = points.stream().filter(point -> point.loadKg() >= 0.6 * maxKg).toList();
    List<Profile.Point> used = heavy.isEmpty() ? points : heavy;
    return used.isEmpty()
        ? Optional.empty()
        : Optional.of(new FixedLoad(STEP_KG * Math.round(used.get(used.size() / 2).loadKg() / STEP_KG), line));
  }

  /// The velocity of one week's sets at the load; null where none is near it. The standard deviation holds the reps' own and what they scatter.
  TrainingWeek.@Nullable Velocity velocity(List<Profile.Point> points) {
    double nearKg = line == null ? STEP_KG : NEAR_SHARE * loadKg;
    double slope = line == null ? 0 : line.slopeMpsPerKg();
    List<Profile.Point> near = points.stream().filter(point -> Math.abs(point.loadKg() - loadKg) <= nearKg).toList();
    if (near.isEmpty()) {
      return null;
    }
    double[] moved = near.stream().mapToDouble(point -> point.velocityMps() + slope * (loadKg - point.loadKg()))
        .toArray();
    double mean = 0;
    double ownVariance = 0;
    for (int i = 0; i < moved.length; i++) {
      mean += moved[i] / moved.length;
      double ownSd = near.get(i).velocitySdMps();
      ownVariance += ownSd * ownSd / ((double) moved.length * moved.length);
    }
    double squares = 0;
    for (double one : moved) {
      squares += (one - mean) * (one - mean);
    }
    // A single set scatters as sets of this athlete do.
    double daySd = line == null ? 0 : line.daySdMps();
    double scatter = moved.length == 1 ? daySd * daySd : squares / (moved.length - 1) / moved.length;
    return new TrainingWeek.Velocity(loadKg, mean, Math.sqrt(Math.max(ownVariance, scatter)), moved.length);
  }

  /// Of a lift, by everything that is known now.
  static Optional<FixedLoad> of(View view, Exercise exercise, List<Profile.Point> points) {
    Profile profile = view.profiles.get(exercise);
    return of(points, profile == null ? null : profile.line(), view.maxKg(exercise).orElse(0.0));
  }
}
