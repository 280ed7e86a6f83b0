package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.SetNotes.Grip;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SetRulesTest {
  private static final String NOW = "2026-11-18T19:00";

  @Test
  void shouldShowTheShareOfBeltedSetsWhenTheyWereLight() {
    Past past = new Past().max(CONVENTIONAL, 200);
    past.set("2026-11-18T18:00", CONVENTIONAL, 150, 3).belted(true);
    past.set("2026-11-18T18:05", CONVENTIONAL, 150, 3).belted(false);
    past.set("2026-11-18T18:10", CONVENTIONAL, 160, 3).belted(false);
    past.set("2026-11-18T18:15", CONVENTIONAL, 179, 3).belted(false);
    past.set("2026-11-18T18:20", CONVENTIONAL, 180, 1).belted(true);
    CoachFinding note = past.fired("belt", NOW).getFirst();
    assertEquals(25, note.value(), "one of four below 180 kg");
    assertTrue(note.text().contains("never instead of bracing"), note.text());
    assertEquals(List.of(), new Past().set("2026-11-18T18:00", CONVENTIONAL, 150, 3).belted(true).fired("belt", NOW),
        "without a max nobody knows whether it was light");
  }

  @Test
  void shouldAdviseToAlternateWhenTheSameHandWasUnderThreeTimes() {
    Past past = new Past();
    past.set("2026-11-18T18:00", CONVENTIONAL, 150, 3).grip(Grip.MIXED_LEFT_UNDER);
    past.set("2026-11-18T18:05", CONVENTIONAL, 150, 3).grip(Grip.DOUBLE_OVERHAND);
    past.set("2026-11-18T18:10", CONVENTIONAL, 150, 3).grip(Grip.MIXED_LEFT_UNDER);
    assertEquals(List.of(), past.fired("grip", NOW));
    past.set("2026-11-18T18:15", CONVENTIONAL, 150, 3).grip(Grip.MIXED_LEFT_UNDER);
    CoachFinding note = past.fired("grip", NOW).getFirst();
    assertEquals(3, note.value());
    assertTrue(note.text().contains("left hand under"), note.text());
    past.set("2026-11-18T18:20", CONVENTIONAL, 150, 3).grip(Grip.MIXED_RIGHT_UNDER);
    assertEquals(List.of(), past.fired("grip", NOW));
  }

  @Test
  void shouldCallNoFailureWhatEndedForTechnique() {
    Past past = new Past().set("2026-11-18T18:00", CONVENTIONAL, 150, 4).stoppedAt(4);
    CoachFinding note = past.fired("technique-termination", NOW).getFirst();
    assertEquals(CoachFinding.Level.NOTE, note.level());
    assertTrue(note.text().contains("Missing reps are no failure"), note.text());
    CoachFinding after = new Past().set("2026-11-18T18:00", CONVENTIONAL, 150, 5).stoppedAt(3)
        .fired("technique-termination", NOW).getFirst();
    assertEquals(CoachFinding.Level.SUGGESTION, after.level());
    assertTrue(after.text().startsWith("2 reps"), after.text());
  }

  @Test
  void shouldNoteRepsAfterTheLossWhenADeadliftSlowedDown() {
    // 140 of 200 kg: 0.08 m/s, and 0.0085 for what a rep's velocity may be off.
    Past past = new Past().max(CONVENTIONAL, 200).reps("2026-11-18T18:00", CONVENTIONAL, 140, 0.60, 0.62, 0.56, 0.53,
        0.51);
    CoachFinding note = past.fired("velocity-loss", NOW).getFirst();
    assertEquals(0.11, Objects.requireNonNull(note.value()), 1e-9);
    assertEquals(0.08, Objects.requireNonNull(note.limit()), 1e-9);
    assertTrue(note.text().startsWith("1 rep "), note.text());
    assertEquals(List.of(), new Past().max(CONVENTIONAL, 200)
        .reps("2026-11-18T18:00", CONVENTIONAL, 140, 0.60, 0.62, 0.56, 0.53).fired("velocity-loss", NOW));
  }

  @Test
  void shouldAllowLessLossWhenTheSetIsHeavyAndAShareForOtherLifts() {
    Past past = new Past().max(CONVENTIONAL, 200);
    assertEquals(0.065, limit(past, 160), 1e-9);
    assertEquals(0.05, limit(past, 180), 1e-9);
    assertEquals(0.05, limit(past, 199), 1e-9);
    assertEquals(0.08, limit(past, 100), 1e-9);
    assertEquals(0.065, limit(new Past(), 100), 1e-9);
    Past squats = new Past().reps("2026-11-18T18:00", Exercise.SQUAT, 100, 0.7, 0.6, 0.5, 0.45);
    assertEquals(0.14, Objects.requireNonNull(squats.fired("velocity-loss", NOW).getFirst().limit()), 1e-9);
  }

  private static double limit(Past past, double loadKg) {
    View view = new View(past.history(), past.at(NOW), Settings.DEFAULTS);
    return Objects.requireNonNull(SetLimit.of(view, CONVENTIONAL, loadKg).velocityLossMps());
  }

  @Test
  void shouldTellTheBarsLimitWhenTheNextLoadIsKnown() {
    Past past = new Past();
    int day = 1;
    for (double kg : new double[]{90, 100, 110, 120}) {
      past.set(past.at("2026-11-0" + day++ + "T18:00"), Exercise.SQUAT, kg, 3, 0.2 + 1.25 * (1 - kg / 140));
    }
    SetLimit limit = past.report(NOW).setLimits().getFirst();
    // 120 of 140 kg is near-maximal: 5 % more is 126. The line has 0.2 + 1.25 · (1 − 125 / 140) there.
    assertEquals(125, limit.loadKg());
    assertEquals(0.2 * 0.33393, Objects.requireNonNull(limit.velocityLossMps()), 1e-4);
    assertNull(new Past().set("2026-11-10T18:00", Exercise.SQUAT, 100, 3).report(NOW).setLimits().getFirst()
        .velocityLossMps());
  }

  @Test
  void shouldFlagNearMaximalDaysWhenTheyAreMoreThanTwoInSeven() {
    Past past = new Past().max(CONVENTIONAL, 200);
    for (String day : List.of("13", "15", "18")) {
      past.set("2026-11-" + day + "T18:00", CONVENTIONAL, 180, 1);
    }
    CoachFinding flag = past.fired("near-maximal-frequency", NOW).getFirst();
    assertEquals(3, flag.value());
    assertEquals(2, flag.limit());
    assertTrue(flag.text().contains("No birth year"), flag.text());
    assertEquals(List.of(), new Past().max(CONVENTIONAL, 200).set("2026-11-11T18:00", CONVENTIONAL, 180, 1)
        .set("2026-11-15T18:00", CONVENTIONAL, 180, 1).set("2026-11-18T18:00", CONVENTIONAL, 180, 1)
        .fired("near-maximal-frequency", NOW), "the first is eight days ago");
  }

  @Test
  void shouldAskForTenDaysBetweenThemWhenTheAthleteIsOlder() {
    assertEquals(CoachFinding.Level.FLAG, older("2026-11-09").getFirst().level());
    assertEquals(9, older("2026-11-09").getFirst().value());
    assertEquals(CoachFinding.Level.NOTE, older("2026-11-08").getFirst().level());
    assertEquals(List.of(), older("2026-11-04"));
  }

  private static List<CoachFinding> older(String day) {
    return new Past().born(1980).max(CONVENTIONAL, 200).set(day + "T18:00", CONVENTIONAL, 180, 1)
        .set("2026-11-18T18:00", CONVENTIONAL, 180, 1).fired("near-maximal-frequency", NOW);
  }
}
