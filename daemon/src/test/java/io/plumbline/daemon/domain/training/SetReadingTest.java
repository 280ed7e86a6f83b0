package io.plumbline.daemon.domain.training;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.WallTime;
import io.plumbline.daemon.support.Summaries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetReadingTest {
  private static final SetKey KEY = new SetKey(BAR, JOURNAL, 1);
  private static final Instant LIFTED = Instant.parse("2026-11-20T17:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2026-11-23T17:00:00Z");
  private static final long SECOND_NS = 1_000_000_000L;

  private static RepSummary rep(int number, @Nullable WallTime wallTime, long startTimeNs, double loadKg) {
    RepSummary rep = Summaries.rep(number);
    return new RepSummary(rep.key(), wallTime, startTimeNs, rep.athlete(), rep.exercise(), rep.setNumber(), number,
        rep.outcome(), rep.velocity(), rep.motion(), rep.path(), new Load(Load.Source.WEIGHED, loadKg, 0.1, null, null),
        rep.energy(), rep.slack(), rep.symmetry(), rep.landing(), rep.lockout(), rep.quality(), rep.findings(),
        rep.positives(), rep.suggestedExercise());
  }

  private static TrainedSet corrected(List<RepSummary> reps, SetCorrection correction) {
    return new SetReading(KEY, reps, null, RECEIVED, "a-1").corrected(correction);
  }

  private static WallTime synchronised(Instant at) {
    return new WallTime(at.toEpochMilli(), true);
  }

  private static final WallTime LOST = new WallTime(0, false);

  @Test
  void shouldTakeTheFirstTrueClockWhenItWasSetWithinTheSet() {
    TrainedSet set = corrected(List.of(rep(1, LOST, 5 * SECOND_NS, 100), rep(2, LOST, 9 * SECOND_NS, 100),
        rep(3, synchronised(LIFTED.plusSeconds(8)), 13 * SECOND_NS, 100)), SetCorrection.NONE);
    assertEquals(LIFTED, set.startedAt());
    assertTrue(set.clockSynchronised());
    assertEquals(LIFTED.plusMillis(8000 + 1060), set.endedAt());
  }

  @Test
  void shouldSayThatTheTimeIsNotKnownWhenNoClockWasTrue() {
    List<RepSummary> reps = List.of(rep(1, LOST, 5 * SECOND_NS, 100), rep(2, null, 9 * SECOND_NS, 100));
    TrainedSet set = corrected(reps, SetCorrection.NONE);
    assertEquals(RECEIVED, set.startedAt());
    assertFalse(set.clockSynchronised());
    TrainedSet told = corrected(reps,
        new SetCorrection(null, null, null, LIFTED, List.of(), SetNotes.NONE));
    assertEquals(LIFTED, told.startedAt());
    assertTrue(told.clockSynchronised(), "a person told it");
  }

  @Test
  void shouldNotReckonAcrossARestartWhenTheBarsClockWentBack() {
    TrainedSet set = corrected(List.of(rep(1, LOST, 900 * SECOND_NS, 100),
        rep(2, synchronised(LIFTED), 3 * SECOND_NS, 100)), SetCorrection.NONE);
    assertEquals(RECEIVED, set.startedAt(), "how long it was off is not known");
    assertEquals(RECEIVED.plusMillis(1060), set.endedAt());
  }

  @Test
  void shouldTakeTheLoadOfARepThatCountsWhenTheLastOneWasNone() {
    List<RepSummary> reps = List.of(rep(1, synchronised(LIFTED), 0, 100), rep(2, null, 4 * SECOND_NS, 17));
    assertEquals(17.0, corrected(reps, SetCorrection.NONE).loadKg());
    SetCorrection ghost = new SetCorrection(null, null, null, null, List.of(2L), SetNotes.NONE);
    assertEquals(100.0, corrected(reps, ghost).loadKg());
    assertEquals(100.0, corrected(reps, ghost).tonnageKg().orElseThrow());
  }

  @Test
  void shouldBeClosedAndEndedForTechniqueWhenTheBarSaysSo() {
    List<RepSummary> reps = List.of(rep(1, synchronised(LIFTED), 0, 100));
    SetSummary plain = Summaries.set(2, 1, List.of(1L));
    TrainedSet open = corrected(reps, SetCorrection.NONE);
    TrainedSet closed = new SetReading(KEY, reps, plain, RECEIVED, "a-1").corrected(SetCorrection.NONE);
    SetSummary stopped = new SetSummary(plain.key(), null, 0, 1, null, plain.exercise(), 1, 1, 0, List.of(1L),
        plain.load(), null, null, null, null, null, null, null, SetSummary.EndReason.TECHNIQUE, 1, List.of());
    TrainedSet technique = new SetReading(KEY, reps, stopped, RECEIVED, "a-1").corrected(SetCorrection.NONE);
    assertEquals(List.of(false, true, true), List.of(open.closed(), closed.closed(), technique.closed()));
    assertEquals(List.of(false, false, true),
        List.of(open.endedForTechnique(), closed.endedForTechnique(), technique.endedForTechnique()));
    assertEquals(1, technique.techniqueLimitRep());
    assertEquals("a-1", open.athleteId());
  }
}
