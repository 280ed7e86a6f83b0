package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedRep;
import io.plumbline.daemon.support.TrainedSets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Weeks in numbers, by examples that can be worked out by hand.
class WeeksTest {
  private static final String NOW = "2026-11-20T18:00";

  private static List<TrainingWeek> weeks(Past past, int many) {
    return Coach.weeks(past.history(), past.at(NOW), many);
  }

  /// A rep with drift, share and findings.
  private static TrainedRep rep(int number, double driftM, String... rules) {
    List<Finding> findings = List.of(rules).stream().map(rule -> new Finding(rule, 1, null, "m", "Said.")).toList();
    TrainedRep like = TrainedSets.rep(number, 0.5);
    return new TrainedRep(like.sequence(), number, true, like.outcome(), 0.5, 0.006, 0.8, 0.5, 0.004, driftM, 0.003,
        true, null, like.slackGrade(), 0.52, null, null, null, List.of(), findings);
  }

  @Test
  void shouldSumEachWeekWhenSetsAreMeasuredAndTyped() {
    Past past = new Past().set("2026-11-10T18:00", CONVENTIONAL, 100, 5).set("2026-11-10T18:10", CONVENTIONAL, 120, 3)
        .typed("2026-11-12T18:00", Exercise.SQUAT, 80.0, 2, 5).sore("2026-11-11T08:00", 2).sore("2026-11-13T08:00", 4)
        .set("2026-11-17T18:00", CONVENTIONAL, 110, 4);
    List<TrainingWeek> weeks = weeks(past, 3);
    TrainingWeek before = weeks.get(1);
    assertAll(
        () -> assertEquals(List.of(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16)),
            weeks.stream().map(TrainingWeek::from).toList()),
        () -> assertEquals(0, weeks.getFirst().sets() + weeks.getFirst().sessions()),
        () -> assertNull(weeks.getFirst().findingsPct()), () -> assertEquals(2, before.sessions()),
        () -> assertEquals(2, before.sets()), () -> assertEquals(8, before.reps()),
        // 5·100 + 3·120 + 10·80, of which the squats load the lower back at 0.6.
        () -> assertEquals(1660, before.tonnageKg(), 1e-9), () -> assertEquals(1340, before.lumbarKg(), 1e-9),
        () -> assertEquals(4, before.soreness()), () -> assertEquals(120.0, before.lifts().getFirst().topLoadKg()),
        () -> assertEquals(3, before.lifts().getFirst().topLoadReps()),
        () -> assertEquals(Exercise.SQUAT, before.lifts().getLast().exercise()),
        () -> assertNull(before.lifts().getLast().topLoadKg()),
        () -> assertEquals(440, weeks.getLast().tonnageKg(), 1e-9));
  }

  @Test
  void shouldCountRepsOnceForEachRuleWhenTheBarFoundSomething() {
    Past past = new Past().set("2026-11-17T18:00", CONVENTIONAL, 100, 4);
    past.last(
        List.of(rep(1, 0.02), rep(2, 0.04, "forward-drift", "forward-drift"), rep(3, 0.06, "forward-drift", "tilt"),
            rep(4, 0.04)),
        true, 100.0, null, SetNotes.NONE);
    TrainingWeek week = weeks(past, 1).getFirst();
    assertAll(() -> assertEquals(50.0, week.findingsPct()),
        () -> assertEquals(
            List.of(new TrainingWeek.Found("forward-drift", 2, 50), new TrainingWeek.Found("tilt", 1, 25)),
            week.findings()),
        () -> assertEquals(0.04, Objects.requireNonNull(week.driftM()), 1e-12),
        // Deviations -2, 0, 2, 0 cm: variance 8/3 cm², of the mean of four 2/3.
        () -> assertEquals(0.01 * Math.sqrt(2.0 / 3), Objects.requireNonNull(week.driftSdM()), 1e-12),
        () -> assertEquals(4, week.driftReps()),
        () -> assertEquals(0.52, Objects.requireNonNull(week.leftShare()), 1e-12));
  }

  @Test
  void shouldMoveVelocitiesAlongTheLineWhenLoadsDiffer() {
    Profile.Line line = new Profile.Line(100, 0.6, 0.005, -0.008, 0.0005, 0.02);
    FixedLoad load = new FixedLoad(100, line);
    TrainingWeek.Velocity one = Objects.requireNonNull(load.velocity(List.of(point(110, 0.50))));
    assertAll(() -> assertEquals(0.58, one.mps(), 1e-12),
        () -> assertEquals(0.02, one.sdMps(), 1e-12, "a set scatters as sets do"),
        () -> assertNull(load.velocity(List.of(point(116, 0.5))), "too far for the line's slope"));
    TrainingWeek.Velocity two = Objects.requireNonNull(load.velocity(List.of(point(95, 0.66), point(105, 0.54))));
    assertAll(() -> assertEquals(0.6, two.mps(), 1e-12),
        // 0.62 and 0.58 at 100 kg: standard deviation 0.0283, of the mean 0.02.
        () -> assertEquals(0.02, two.sdMps(), 1e-9), () -> assertEquals(2, two.sets()));
    assertNull(new FixedLoad(100, null).velocity(List.of(point(104, 0.5))),
        "without a line only that very load counts");
    assertEquals(0.5, Objects.requireNonNull(new FixedLoad(100, null).velocity(List.of(point(101, 0.5)))).mps());
  }

  private static Profile.Point point(double kg, double mps) {
    return new Profile.Point(new Basis(Basis.Kind.SET, "b/j/1"), kg, mps, 0.006);
  }

  @Test
  void shouldSeeTheFallWhenTheSameLoadGetsSlower() {
    Past past = new Past();
    for (int week = 0; week < 6; week++) {
      LocalDate day = LocalDate.of(2026, 10, 13).plusWeeks(week);
      double tired = week < 4 ? 0 : 0.08;
      for (int i = 0; i < 4; i++) {
        double kg = 120 + 20 * i;
        past.reps(day + "T18:0" + i, CONVENTIONAL, kg, 0.8 - 0.006 * (kg - 100) - tired);
      }
    }
    past.max(CONVENTIONAL, 195);
    List<TrainingWeek> weeks = weeks(past, 6);
    List<TrainingWeek.Velocity> velocities = weeks.stream().map(week -> week.lifts().getFirst().velocity())
        .map(Objects::requireNonNull).toList();
    assertAll(() -> assertEquals(1, velocities.stream().mapToDouble(TrainingWeek.Velocity::loadKg).distinct().count()),
        () -> assertEquals(0.08, velocities.getFirst().mps() - velocities.getLast().mps(), 0.01));
    Profile.Estimate then = Objects.requireNonNull(weeks.get(2).lifts().getFirst().max());
    Profile.Estimate now = Objects.requireNonNull(weeks.getLast().lifts().getFirst().max());
    assertTrue(now.maxKg() < then.maxKg(), () -> "as it was known then " + then + ", now " + now);
  }

  @Test
  void shouldLoseNothingWhenAHistoryIsMadeAtRandom() {
    for (long seed = 1; seed <= 60; seed++) {
      Past past = RandomPast.of(new Random(seed));
      String which = "seed " + seed;
      List<TrainingWeek> weeks = Coach.weeks(past.history(), RandomPast.NOW, 52);
      CoachReport report = Coach.report(past.history(), RandomPast.NOW);
      List<BackVolume.Week> volume = report.backVolume().weeks();
      for (int i = 1; i <= volume.size(); i++) {
        assertEquals(volume.get(volume.size() - i).lumbarKg(), weeks.get(weeks.size() - i).lumbarKg(), 1e-9, which);
      }
      weeks.forEach(week -> {
        // What has no lift's name is in the sum and in no lift.
        assertTrue(week.lifts().stream().mapToDouble(TrainingWeek.Lift::tonnageKg).sum() <= week.tonnageKg() + 1e-6,
            which);
        week.findings().forEach(found -> assertTrue(found.pct() > 0 && found.pct() <= 100, which));
      });
      Glance glance = Coach.glance(past.history(), RandomPast.NOW);
      assertEquals(report.findings().stream().filter(one -> one.level() == CoachFinding.Level.FLAG).count(),
          glance.flags(), which);
      assertEquals(report.findings().isEmpty() ? null : report.findings().getFirst(), glance.first(), which);
    }
  }

  @Test
  void shouldAskForALookWhenTheBarFindsMoreThanBefore() {
    Past past = new Past().set("2026-10-10T18:00", CONVENTIONAL, 100, 1);
    past.last(List.of(rep(1, 0.02), rep(2, 0.02)), true, 100.0, null, SetNotes.NONE);
    past.set("2026-11-17T18:00", CONVENTIONAL, 100, 1);
    past.last(List.of(rep(1, 0.05, "forward-drift"), rep(2, 0.05)), true, 100.0, null, SetNotes.NONE);
    past.sore("2026-11-18T08:00", 3);
    Glance glance = Coach.glance(past.history(), past.at(NOW));
    assertAll(() -> assertEquals(50.0, glance.findingsPct()), () -> assertEquals(0.0, glance.findingsBeforePct()),
        () -> assertEquals(50, glance.growthPct()), () -> assertEquals(0.05, glance.driftM()),
        () -> assertEquals(0.02, glance.driftBeforeM()), () -> assertEquals(1, glance.recentSessions()),
        () -> assertEquals(3, Objects.requireNonNull(glance.soreness()).score()));
    assertNull(Coach.glance(past.history(), past.at("2026-12-20T18:00")).soreness(), "that was long ago");
  }
}
