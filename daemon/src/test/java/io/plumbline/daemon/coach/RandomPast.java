package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.AccessoryEntry;
import io.plumbline.daemon.domain.training.CheckIn;
import io.plumbline.daemon.domain.training.GeneralWarmUp;
import io.plumbline.daemon.domain.training.Mark;
import io.plumbline.daemon.domain.training.MaxTest;
import io.plumbline.daemon.domain.training.Progression;
import io.plumbline.daemon.domain.training.SetNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Histories in which anything may be missing.
final class RandomPast {
  static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");
  private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC",
      "Australia/Lord_Howe");

  private RandomPast() {}

  /// Up to half a year of it, before [#NOW].
  static Past of(Random random) {
    Past past = new Past().zone(ZONES.get(random.nextInt(ZONES.size())));
    if (random.nextBoolean()) {
      past.born(1940 + random.nextInt(65));
    }
    Exercise[] lifts = Exercise.values();
    if (random.nextBoolean()) {
      past.max(lifts[1 + random.nextInt(lifts.length - 1)], 80 + random.nextInt(150));
    }
    int sessions = random.nextInt(40);
    for (int i = 0; i < sessions; i++) {
      Instant at = NOW.minus(Duration.ofMinutes(random.nextInt(180 * 24 * 60)));
      session(past, random, at, lifts);
    }
    for (int i = random.nextInt(12); i > 0; i--) {
      entry(past, random, NOW.minus(Duration.ofMinutes(random.nextInt(120 * 24 * 60))), i, lifts);
    }
    return past;
  }

  private static void session(Past past, Random random, Instant at, Exercise[] lifts) {
    Instant time = at;
    Exercise exercise = lifts[random.nextInt(lifts.length)];
    for (int set = 1 + random.nextInt(6); set > 0; set--) {
      exercise = random.nextInt(4) == 0 ? lifts[random.nextInt(lifts.length)] : exercise;
      double loadKg = 20 + 2.5 * random.nextInt(60);
      past.set(time, exercise, loadKg, 1 + random.nextInt(8), Math.max(0.1, 1.4 - loadKg / 150));
      switch (random.nextInt(12)) {
        case 0 -> past.unweighed();
        case 1 -> past.untimed();
        case 2 -> past.stoppedAt(1);
        case 3 -> past.belted(random.nextBoolean());
        case 4 -> past.grip(SetNotes.Grip.MIXED_LEFT_UNDER);
        default -> {
        }
      }
      time = time.plusSeconds(120 + random.nextInt(240));
    }
  }

  private static void entry(Past past, Random random, Instant at, int i, Exercise[] lifts) {
    Exercise lift = lifts[1 + random.nextInt(lifts.length - 1)];
    switch (random.nextInt(7)) {
      case 0 -> past.told(new CheckIn("c" + i, at, random.nextInt(11), List.of(), CheckIn.Side.LEFT,
          random.nextBoolean() ? at.minusSeconds(random.nextInt(500_000)) : null, null, random.nextBoolean(),
          random.nextBoolean(), null, null));
      case 1 -> past.told(new GeneralWarmUp("w" + i, at, 300, null));
      case 2 -> past.told(new AccessoryEntry("a" + i, at, AccessoryEntry.Accessory.BIRD_DOG, null, null));
      case 3 -> past.told(new Mark("m" + i, at, Mark.Kind.values()[random.nextInt(4)], null));
      case 4 -> past.told(new MaxTest("t" + i, at, lift, 60 + random.nextInt(150), null, null));
      case 5 -> past.typed(at.atZone(past.history().athlete().zone()).toLocalDateTime().toString(), lift,
          random.nextBoolean() ? null : (Double) 60.0, 3, 8);
      default -> past.progression(new Progression("p" + i, Progression.Kind.values()[random.nextInt(2)], lift, at,
          random.nextBoolean() ? null : (Double) 140.0, List.of(new Progression.Confirmation(1, at.plusSeconds(60))),
          null, null));
    }
  }
}
