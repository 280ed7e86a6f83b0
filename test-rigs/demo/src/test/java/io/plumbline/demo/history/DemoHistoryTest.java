package io.plumbline.demo.history;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.Trace;
import io.plumbline.daemon.coach.Coach;
import io.plumbline.daemon.coach.CoachReport;
import io.plumbline.daemon.coach.Glance;
import io.plumbline.daemon.coach.Readiness;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulated past fits together, and says what it is there to say.
class DemoHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @TempDir
  private Path folder = Path.of("");

  private static List<Received> set(long seed, PastAthlete athlete, int weeksAgo, double kg) {
    return new PastReps("past", seed)
        .set(new PastReps.Plan(athlete, Exercise.DEADLIFT_CONVENTIONAL, weeksAgo, kg, 5, 0.01, NOW));
  }

  @Test
  void shouldAgreeWithItsCurvesWhenARepIsMade() throws Exception {
    ContractCodec codec = new ContractCodec();
    List<Received> set = set(7, PastAthlete.BEN, 0, 140);
    List<RepSummary> reps = new ArrayList<>();
    for (Received received : set) {
      codec.decode(received.json().getBytes(StandardCharsets.UTF_8));
      if (received instanceof Received.Rep rep) {
        reps.add(rep.summary());
      } else if (received instanceof Received.Curves curves) {
        assertFits(reps.getLast(), curves.trace());
      }
    }
    assertEquals(5, reps.size());
  }

  private static void assertFits(RepSummary rep, Trace trace) {
    double upS = rep.motion().concentricS();
    double topM = Collections.max(trace.heightM());
    double drift = Collections.max(Objects.requireNonNull(trace.forwardM()));
    List<Double> left = Objects.requireNonNull(trace.forceLeftN());
    List<Double> right = Objects.requireNonNull(trace.forceRightN());
    double weightN = Objects.requireNonNull(rep.load().totalKg()) * 9.80665;
    int lockout = indexAt(trace, upS + 0.3);
    assertAll(() -> assertEquals(rep.motion().rangeOfMotionM(), topM, 0.004),
        () -> assertEquals(rep.velocity().meanConcentricMps(), topM / upS, 0.02 * rep.velocity().meanConcentricMps()),
        () -> assertEquals(rep.velocity().peakConcentricMps(), Collections.max(trace.velocityMps()), 0.02),
        () -> assertEquals(Objects.requireNonNull(rep.path().forwardMaxM()), drift, 0.001),
        () -> assertEquals(weightN, left.get(lockout) + right.get(lockout), 0.01 * weightN),
        () -> assertEquals(0, left.getFirst(), 1e-9, "nobody pulls yet"),
        () -> assertTrue(
            trace.timeS().getFirst() < -Objects.requireNonNull(Objects.requireNonNull(rep.slack()).tensionS())));
  }

  private static int indexAt(Trace trace, double timeS) {
    int i = 0;
    while (trace.timeS().get(i) < timeS) {
      i++;
    }
    return i;
  }

  @Test
  void shouldBeTheSameWhenTheSeedIsTheSame() {
    assertEquals(set(3, PastAthlete.CLEO, 1, 90).stream().map(Received::json).toList(),
        set(3, PastAthlete.CLEO, 1, 90).stream().map(Received::json).toList());
  }

  @Test
  void shouldSayWhatACoachAsksAboutWhenItIsStored() throws Exception {
    DemoHistory.Stored stored = DemoHistory.fill(folder, 12, CLOCK);
    assertTrue(stored.athletes() == 3 && stored.reps() > 1500, stored::toString);
    assertEquals(0, DemoHistory.fill(folder, 12, CLOCK).reps(), "nothing is stored twice");
    try (SummaryDatabase database = SummaryDatabase.open(DatabaseAddress.inFolder(folder), CLOCK)) {
      TrainingHistory ben = database.books().sets().history("a-ben", null).orElseThrow();
      CoachReport report = Coach.report(ben, NOW);
      Glance glance = Coach.glance(ben, NOW);
      Glance ada = Coach.glance(database.books().sets().history("a-ada", null).orElseThrow(), NOW);
      assertAll(() -> assertEquals(Readiness.Word.LIGHTER, report.readiness().word()),
          () -> assertTrue(report.readiness().rules().contains("soreness"), report.readiness()::toString),
          () -> assertTrue(glance.growthPct() > 30, () -> "findings grew by " + glance.growthPct()),
          () -> assertTrue(
              Objects.requireNonNull(glance.driftM()) > Objects.requireNonNull(glance.driftBeforeM()) + 0.01),
          () -> assertTrue(Objects.requireNonNull(glance.velocityChangeMps()) < -0.02, glance::toString),
          () -> assertTrue(Math.abs(ada.growthPct()) < 10, ada::toString));
    }
  }
}
