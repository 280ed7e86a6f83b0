package io.plumbline.simulator.scenario;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Writes the file of a scenario that could happen in a gym, drawn from a seed: exercise, lifter, loads, faults of technique, incidents and
/// sensors, with the weights of [Chance] and [#WEIGHTS]. Only uniform draws, so that every machine writes the same text.
final class RandomScenario {
  /// How often each exercise comes, in the order of [Exercise].
  static final List<Integer> WEIGHTS = List.of(40, 10, 8, 10, 12, 6, 5, 4, 5);

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder(2000);
  private final Exercise exercise;
  private final boolean floor;
  private final boolean womens;
  private final double barKg;
  private final double oneRepMaxKg;

  private RandomScenario(long seed) {
    // An odd factor, not the generator's own increment: with that one, a seed's draws would be those of the seed before, one later.
    random = new SplittableRandom(seed * 0xD1342543DE82EF95L + 7);
    exercise = drawExercise();
    floor = exercise.start() == Exercise.Start.FLOOR;
    boolean trap = exercise == Exercise.DEADLIFT_TRAP_BAR;
    womens = has(Chance.WOMENS_BAR) && !trap;
    barKg = trap ? 25 : womens ? 15 : 20;
    oneRepMaxKg = Math.rint(ExerciseDefaults.of(exercise).oneRepMaxKg() * (womens ? 0.65 : 1) * between(0.7, 1.5));
  }

  /// The text of a scenario file.
  static String toml(long seed) {
    RandomScenario scenario = new RandomScenario(seed);
    scenario.write(seed);
    return scenario.text.toString();
  }

  private void write(long seed) {
    line("purpose = \"Drawn from seed %d\"", seed);
    line("exercise = \"%s\"", exercise.id());
    line("seed = %d", seed);
    place();
    line("%n[bar]%nmass_kg = %s", number(barKg));
    if (womens) {
      line("diameter_m = 0.025");
    }
    line("%n[body]%none_rep_max_kg = %s%ntremor_m = %.5f%nsway_m = %.4f%ntorso_m = %.2f", number(oneRepMaxKg),
        between(0.00005, 0.0003), between(0.0005, 0.002), between(0.42, 0.54));
    rep();
    new RandomSets(this, random, text, exercise, barKg, oneRepMaxKg).write();
    new RandomSensors(this, random, text).write(ExerciseDefaults.of(exercise).strap());
  }

  private Exercise drawExercise() {
    int drawn = random.nextInt(WEIGHTS.stream().mapToInt(Integer::intValue).sum());
    int i = 0;
    while (drawn >= WEIGHTS.get(i)) {
      drawn -= WEIGHTS.get(i);
      i++;
    }
    return Exercise.values()[i];
  }

  private void place() {
    line("%n[place]%nfloor = \"%s\"", has(Chance.IRON_FLOOR) ? "iron" : "rubber");
    line("latitude_deg = %.1f%naltitude_m = %.0f%ntemperature_c = %.1f", between(-45, 65), between(0, 1800),
        between(5, 30));
    if (has(Chance.WARMING)) {
      line("warming_cpmin = %.2f", between(0.05, 1));
    }
  }

  private void rep() {
    double rom = ExerciseDefaults.of(exercise).romM() * (womens ? 0.93 : 1);
    line("%n[rep]%nrom_m = %.3f", rom * between(0.85, 1.15));
    if (floor) {
      slack();
      descent();
    }
    if (has(Chance.LARGE_DRIFT) && exercise != Exercise.BENCH_PRESS) {
      line("path.drift_m = %.3f%npath.drift_at = %.2f%npath.top_drift_m = %.3f", between(0.03, 0.08) * sign(0.8),
          between(0.25, 0.8), between(-0.02, 0.03));
    }
    if (has(Chance.HIP_SHOOT)) {
      line("spine.hip_shoot_deg = %.1f", between(5, 15));
    }
    if (has(Chance.ROUNDING)) {
      line("spine.gain_deg = %.1f", between(4, 10));
    }
    if (has(Chance.ASYMMETRY)) {
      double side = sign(0.5);
      line("sides.left_share = %.3f%nsides.lag_s = %.3f%nsides.tilt_deg = %.1f", 0.5 + side * between(0.01, 0.06),
          side * between(0, 0.06), side * between(0, 2));
    }
    if (has(Chance.TWIST)) {
      line("sides.twist_deg = %.1f", between(1, 5) * sign(0.5));
    }
    if (has(Chance.SHAFT_ROLL)) {
      line("sides.roll_deg = %.0f", between(3, 30) * sign(0.5));
    }
    if (has(Chance.LEAN_BACK)) {
      line("lockout.lean_back_m = %.3f%nspine.lean_back_deg = %.1f", between(0.02, 0.06), between(4, 15));
    }
  }

  private void slack() {
    if (has(Chance.HURRIED)) {
      line("slack.style = \"hurried\"%nslack.tension_s = %.2f", between(0.32, 0.58));
    } else if (has(Chance.JERKED)) {
      line("slack.style = \"jerked\"%nslack.tension_s = %.2f", between(0.12, 0.27));
    } else if (has(Chance.NO_PLATEAU)) {
      line("slack.tension_s = %.2f%nslack.plateau = 0%nslack.plateau_s = 0", between(0.65, 1.4));
    } else {
      line("slack.tension_s = %.2f%nslack.plateau = %.2f%nslack.plateau_s = %.2f", between(0.6, 1.1),
          between(0.7, 0.95), between(0.1, 1.2));
    }
  }

  private void descent() {
    if (has(Chance.TOUCH_AND_GO)) {
      line("pause_s = 0%ndescent.touch_down_mps = %.2f", between(0.2, 0.7));
    } else if (has(Chance.DROPPED)) {
      line("descent.kind = \"dropped\"%npause_s = %.1f", between(1, 4));
    } else if (has(Chance.RELEASED)) {
      line("descent.kind = \"released\"%npause_s = %.1f", between(2, 5));
    } else {
      line("descent.duration_s = %.2f%ndescent.touch_down_mps = %.2f%npause_s = %.2f", between(0.7, 2),
          between(0.1, 0.5), between(0.4, 4));
    }
  }

  void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values)).append('\n');
  }

  boolean has(Chance chance) {
    return random.nextDouble() < chance.probability();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  double sign(double positive) {
    return random.nextDouble() < positive ? 1 : -1;
  }

  static String number(double value) {
    return Knob.plain(value);
  }
}
