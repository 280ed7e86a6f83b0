package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes load–velocity lines out of sets.
final class Profiles {
  /// Rounds of choosing the points by the estimate and estimating by the points.
  private static final int ROUNDS = 8;
  /// Loads closer together are the same: the smallest pair of plates that people have is 0.5 kg.
  private static final double SAME_KG = 0.75;

  private Profiles() {}

  /// The line of one lift.
  static Profile of(Exercise exercise, TrainingHistory history, Instant now, Settings settings, Phrases phrases) {
    return of(exercise, history, now, settings, phrases, set -> true);
  }

  /// The line of one lift by some of the sets.
  static Profile of(Exercise exercise, TrainingHistory history, Instant now, Settings settings, Phrases phrases,
      Predicate<TrainedSet> which) {
    return of(exercise, points(exercise, history, now, settings, which), velocityAtMax(exercise, history, settings),
        settings, phrases);
  }

  /// The fastest reps of some of the sets, lightest first.
  static List<Profile.Point> points(Exercise exercise, TrainingHistory history, Instant now, Settings settings,
      Predicate<TrainedSet> which) {
    Instant oldest = now.minus(Duration.ofDays(Math.round(settings.get(RuleNumber.PROFILE_DAYS))));
    return points(exercise, history, oldest, which);
  }

  /// The fastest rep of each set of a lift since an instant, lightest first.
  static List<Profile.Point> points(Exercise exercise, TrainingHistory history, Instant oldest) {
    return points(exercise, history, oldest, set -> true);
  }

  private static List<Profile.Point> points(Exercise exercise, TrainingHistory history, Instant oldest,
      Predicate<TrainedSet> which) {
    return history.sets().stream()
        .filter(set -> set.exercise() == exercise && !set.startedAt().isBefore(oldest)).filter(which)
        .flatMap(set -> point(set).stream()).sorted(Comparator.comparingDouble(Profile.Point::loadKg)).toList();
  }

  private static Optional<Profile.Point> point(TrainedSet set) {
    Double loadKg = set.loadKg();
    if (loadKg == null || loadKg <= 0) {
      return Optional.empty();
    }
    return fastest(set).map(rep -> new Profile.Point(Basis.of(set.key()), loadKg, rep.meanConcentricMps(),
        rep.meanConcentricSdMps()));
  }

  /// Of the lifted reps without a gap or a saturated sensor.
  private static Optional<TrainedRep> fastest(TrainedSet set) {
    return set.liftedReps().stream()
        .filter(rep -> !rep.quality().contains(QualityFlag.GAP) && !rep.quality().contains(QualityFlag.SATURATED))
        .max(Comparator.comparingDouble(TrainedRep::meanConcentricMps));
  }

  /// The prior of everybody, and each max test that a bar measured: an athlete varies from test to test about as much as athletes from each other, so a test counts
  /// with half the prior's standard deviation.
  private static Profile.VelocityAtMax velocityAtMax(Exercise exercise, TrainingHistory history, Settings settings) {
    double precision = 1 / square(settings.get(RuleNumber.V1RM_SD_MPS));
    double sum = settings.get(RuleNumber.V1RM_MPS) * precision;
    double testSdMps = settings.get(RuleNumber.V1RM_SD_MPS) / 2;
    Set<SetKey> tests = history.maxTests().stream().filter(test -> test.exercise() == exercise)
        .flatMap(test -> Stream.ofNullable(test.set())).collect(Collectors.toSet());
    List<TrainedRep> measured = history.sets().stream().filter(set -> tests.contains(set.key()))
        .flatMap(set -> fastest(set).stream()).toList();
    for (TrainedRep rep : measured) {
      double part = 1 / (square(testSdMps) + square(rep.meanConcentricSdMps()));
      precision += part;
      sum += part * rep.meanConcentricMps();
    }
    return new Profile.VelocityAtMax(sum / precision, 1 / Math.sqrt(precision), measured.size());
  }

  private static double square(double value) {
    return value * value;
  }

  /// Which loads lie between 60 and 90 % of the max is only known with the max: points and estimate are chosen in turn until they agree.
  static Profile of(Exercise exercise, List<Profile.Point> all, Profile.VelocityAtMax atMax, Settings settings,
      Phrases phrases) {
    List<Profile.Point> points = all;
    for (int round = 1;; round++) {
      if (loads(points) < settings.get(RuleNumber.PROFILE_LEAST_LOADS)) {
        return refused(exercise, points, null, atMax,
            phrases.say("profile.few-loads", settings.get(RuleNumber.PROFILE_LEAST_LOADS),
                settings.get(RuleNumber.PROFILE_FROM_PCT), settings.get(RuleNumber.PROFILE_TO_PCT), loads(points)));
      }
      LineFit.Result fit = LineFit.fit(points, atMax);
      List<Profile.Point> chosen = all.stream()
          .filter(point -> point.loadKg() * 100 >= settings.get(RuleNumber.PROFILE_FROM_PCT) * fit.maxKg()
              && point.loadKg() * 100 <= settings.get(RuleNumber.PROFILE_TO_PCT) * fit.maxKg())
          .toList();
      if (fit.fallsShare() < 0.5 || chosen.equals(points) || round == ROUNDS) {
        return judged(exercise, points, fit, atMax, settings, phrases);
      }
      points = chosen;
    }
  }

  private static Profile judged(Exercise exercise, List<Profile.Point> points, LineFit.Result fit,
      Profile.VelocityAtMax atMax, Settings settings, Phrases phrases) {
    if (fit.fallsShare() < 0.5) {
      return refused(exercise, points, null, atMax, phrases.say("profile.rises"));
    }
    double heaviestPct = 100 * points.stream().mapToDouble(Profile.Point::loadKg).max().orElse(0) / fit.maxKg();
    if (heaviestPct < settings.get(RuleNumber.E1RM_HEAVIEST_PCT)) {
      return refused(exercise, points, fit.line(), atMax,
          phrases.say("profile.light", heaviestPct, settings.get(RuleNumber.E1RM_HEAVIEST_PCT)));
    }
    double sdPct = 100 * fit.maxSdKg() / fit.maxKg();
    if (sdPct > settings.get(RuleNumber.E1RM_MOST_SD_PCT)) {
      return refused(exercise, points, fit.line(), atMax, phrases.say("profile.scatter", sdPct));
    }
    double band = Math.max(settings.get(RuleNumber.E1RM_BAND_PCT) / 100 * fit.maxKg(), fit.maxSdKg());
    return new Profile(exercise, points, fit.line(), atMax,
        new Profile.Estimate(fit.maxKg(), fit.maxSdKg(), fit.maxKg() - band, fit.maxKg() + band), null);
  }

  private static Profile refused(Exercise exercise, List<Profile.Point> points, Profile.@Nullable Line line,
      Profile.VelocityAtMax atMax, String why) {
    return new Profile(exercise, points, line, atMax, null, why);
  }

  /// Different loads, lightest first.
  private static int loads(List<Profile.Point> points) {
    int different = 0;
    double last = Double.NEGATIVE_INFINITY;
    for (Profile.Point point : points) {
      if (point.loadKg() - last > SAME_KG) {
        different++;
        last = point.loadKg();
      }
    }
    return different;
  }
}
