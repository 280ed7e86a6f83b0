package io.plumbline.simulator.scenario;

import java.util.List;
import java.util.SplittableRandom;

/// The sets of a random scenario.
final class RandomSets {
  private static final double HEAVY = 0.8;
  /// About so many reps are possible at half the maximum, falling to one at the maximum.
  private static final double REPS_PER_SHARE = 26;
  /// Most impulse of a kick at one end, over the load.
  private static final double KICK_MPS = 0.15;
  private static final List<Incident.Kind> LYING = List.of(Incident.Kind.ROLL, Incident.Kind.KICK, Incident.Kind.REGRIP,
      Incident.Kind.PHONE, Incident.Kind.PLATE_DROPPED_NEARBY, Incident.Kind.CARRY);
  private static final List<Incident.Kind> RACKED = List.of(Incident.Kind.REGRIP, Incident.Kind.PHONE);
  private static final List<Incident.Kind> HELD = List.of(Incident.Kind.STEP, Incident.Kind.REGRIP,
      Incident.Kind.PHONE);

  private final RandomScenario scenario;
  private final SplittableRandom random;
  private final StringBuilder text;
  private final boolean floor;
  private final boolean racked;
  private final boolean triedForOne;
  private final double barKg;
  private final double oneRepMaxKg;

  RandomSets(RandomScenario scenario, SplittableRandom random, StringBuilder text, Exercise exercise, double barKg,
      double oneRepMaxKg) {
    this.scenario = scenario;
    this.random = random;
    this.text = text;
    this.floor = exercise.start() == Exercise.Start.FLOOR;
    this.racked = exercise.isRacked();
    this.triedForOne = exercise.isTriedForOne();
    this.barKg = barKg;
    this.oneRepMaxKg = oneRepMaxKg;
  }

  void write() {
    boolean unequal = scenario.has(Chance.UNEQUAL_PLATES);
    double share = scenario.between(0.4, 0.96);
    set(share, unequal);
    if (scenario.has(Chance.SECOND_SET)) {
      set(Math.min(0.96, share * scenario.between(0.8, 1.25)), false);
      if (scenario.has(Chance.THIRD_SET)) {
        set(Math.min(0.96, share * scenario.between(0.7, 1.3)), false);
      }
    }
  }

  private void set(double share, boolean unequal) {
    // Plates come in pairs of 1.25 kg; a bar without any is not lifted for a set.
    double side = Math.max(2.5, Math.rint((share * oneRepMaxKg - barKg) / 2 / 1.25) * 1.25);
    double actual = (barKg + 2 * side) / oneRepMaxKg;
    int most = (int) Math.clamp(1 + REPS_PER_SHARE * (1 - actual) * 0.7, 1, 12);
    int reps = 1 + random.nextInt(most);
    text.append("\n[[set]]\n");
    if (unequal) {
      double more = 1.25 * (1 + random.nextInt(4));
      boolean left = random.nextBoolean();
      scenario.line("left_kg = %s%nright_kg = %s", RandomScenario.number(side + (left ? more : 0)),
          RandomScenario.number(side + (left ? 0 : more)));
    } else {
      scenario.line("load_kg = %s", RandomScenario.number(barKg + 2 * side));
    }
    scenario.line("reps = %d%nrest_before_s = %.1f%nrest_after_s = %.1f", reps, scenario.between(2.5, 8),
        scenario.between(2, 5));
    if (actual >= HEAVY) {
      lastRep(reps);
    }
    if (scenario.has(Chance.INCIDENTS)) {
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        incident(reps, barKg + 2 * side);
      }
    }
  }

  private void lastRep(int reps) {
    if (floor && scenario.has(Chance.HITCH)) {
      scenario.line("%n[[set.single]]%nnumber = %d%noutcome.kind = \"hitched\"%noutcome.at = %.2f", reps,
          scenario.between(0.55, 0.8));
    } else if (scenario.has(Chance.FAILURE) && (reps > 1 || triedForOne)) {
      boolean stuck = floor && random.nextInt(3) == 0;
      scenario.line("%n[[set.single]]%nnumber = %d%noutcome.kind = \"%s\"%noutcome.at = %.2f%noutcome.hold_s = %.1f",
          reps, stuck ? "no-lift-off" : "failed", stuck ? scenario.between(0.7, 0.97) : scenario.between(0.1, 0.93),
          scenario.between(0.5, 2.5));
    }
  }

  private void incident(int reps, double loadKg) {
    int after = random.nextInt(reps + 1);
    List<Incident.Kind> lying = racked ? RACKED : LYING;
    List<Incident.Kind> kinds = floor || after == 0 ? lying : HELD;
    Incident.Kind kind = kinds.get(random.nextInt(kinds.size()));
    IncidentSizes sizes = IncidentSizes.of(kind);
    // A foot that turns a light bar end for end is no accident: whoever finds it so does not pull at it.
    double most = kind == Incident.Kind.KICK ? Math.min(KICK_MPS * loadKg, sizes.high()) : sizes.high();
    double size = Math.clamp(sizes.usual() * scenario.between(0.3, 2), sizes.low(), most);
    scenario.line("%n[[set.incident]]%nkind = \"%s\"%nafter_rep = %d%nsize = %.2f", kind.id(), after,
        sizes.low() < 0 ? size * scenario.sign(0.5) : size);
    if (kind == Incident.Kind.KICK) {
      scenario.line("side = \"%s\"", random.nextBoolean() ? "left" : "right");
    }
  }
}
