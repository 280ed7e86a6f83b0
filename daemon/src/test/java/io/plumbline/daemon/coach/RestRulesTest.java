package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.SetNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RestRulesTest {
  private static final String REST = "rest-between-sessions";

  private static double value(CoachFinding finding) {
    return Objects.requireNonNull(finding.value());
  }

  @Test
  void shouldFlagWhenHeavySessionsAreCloserThanTwoDays() {
    // The last rep of three is up 9 s after the first began.
    Past past = new Past().set("2026-11-17T18:00", CONVENTIONAL, 140, 3).set("2026-11-19T08:00", Exercise.SQUAT, 120,
        3);
    List<CoachFinding> fired = past.fired(REST, "2026-11-21T18:00");
    assertEquals(1, fired.size());
    CoachFinding flag = fired.getFirst();
    assertEquals(CoachFinding.Level.FLAG, flag.level());
    assertEquals(38 - 9 / 3600.0, value(flag), 1e-9);
    assertEquals(48, flag.limit());
    assertEquals("h", flag.unit());
    assertEquals(List.of(Basis.of(past.history().sets().get(0).key()), Basis.of(past.history().sets().get(1).key())),
        flag.basis());
    assertEquals(List.of(), new Past().set("2026-11-17T18:00", CONVENTIONAL, 140, 3)
        .set("2026-11-19T18:01", Exercise.SQUAT, 120, 3).fired(REST, "2026-11-21T18:02"));
  }

  @Test
  void shouldAskForThreeDaysWhenTheSessionWasHard() {
    Past past = new Past().max(CONVENTIONAL, 150).set("2026-11-17T18:00", CONVENTIONAL, 135, 1);
    CoachFinding note = past.fired(REST, "2026-11-19T20:00").getFirst();
    assertEquals(72, note.limit(), "135 of 150 kg is 90 %");
    assertEquals(CoachFinding.Level.SUGGESTION, note.level());
    assertEquals(List.of(), past.fired(REST, "2026-11-20T18:01"));
    Past told = new Past().max(CONVENTIONAL, 200).set("2026-11-17T18:00", CONVENTIONAL, 150, 3)
        .notes(new SetNotes(null, null, null, 9.5, null));
    assertEquals(72, told.fired(REST, "2026-11-19T20:00").getFirst().limit());
    // 1000 kg thrice, then 1300.
    Past many = new Past().max(CONVENTIONAL, 140);
    for (String day : List.of("02", "06", "10")) {
      many.set("2026-11-" + day + "T18:00", CONVENTIONAL, 100, 10);
    }
    many.set("2026-11-17T18:00", CONVENTIONAL, 100, 13);
    assertEquals(72, many.fired(REST, "2026-11-19T17:00").getFirst().limit());
  }

  @Test
  void shouldSayNothingWhenTheSessionWasLightOrSpareTheBack() {
    assertEquals(List.of(), new Past().max(CONVENTIONAL, 200).set("2026-11-17T18:00", CONVENTIONAL, 140, 5)
        .fired(REST, "2026-11-18T18:00"), "70 % is not above 70 %");
    assertEquals(List.of(), new Past().set("2026-11-17T18:00", Exercise.BENCH_PRESS, 100, 5)
        .fired(REST, "2026-11-18T18:00"));
    assertEquals(1, new Past().max(CONVENTIONAL, 200).set("2026-11-17T18:00", CONVENTIONAL, 140, 5).unweighed()
        .fired(REST, "2026-11-18T18:00").size(), "what cannot be judged counts as heavy");
  }

  @Test
  void shouldCountHoursNotClockFacesWhenTheClocksChange() {
    // Berlin turned its clocks back on 25 October 2026: 47 h on the wall are 48 h.
    Past past = new Past().set("2026-10-24T18:00", CONVENTIONAL, 140, 1).set("2026-10-26T17:00:01", CONVENTIONAL, 140,
        1);
    assertEquals(List.of(), past.fired(REST, "2026-10-30T18:00"));
    assertEquals(1, new Past().zone("UTC").set("2026-10-24T18:00", CONVENTIONAL, 140, 1)
        .set("2026-10-26T17:00:01", CONVENTIONAL, 140, 1).fired(REST, "2026-10-30T18:00").size());
  }

  @Test
  void shouldNoteAndNotFlagWhenTheBarHadNoClock() {
    Past past = new Past().set("2026-11-17T18:00", CONVENTIONAL, 140, 3).set("2026-11-18T18:00", CONVENTIONAL, 140, 3)
        .untimed();
    CoachFinding note = past.fired(REST, "2026-11-21T18:00").getFirst();
    assertEquals(CoachFinding.Level.NOTE, note.level());
    assertTrue(note.text().contains("clock was not set"), note.text());
  }

  @Test
  void shouldCountTypedSetsAndKeepOverridesWhenTheyAreThere() {
    Past past = new Past().typed("2026-11-17T18:00", Exercise.ROW, 80.0, 3, 8).set("2026-11-18T18:00", CONVENTIONAL,
        140,
        3);
    assertEquals(1, past.fired(REST, "2026-11-21T18:00").size());
    assertEquals(List.of(), past.override("rest_h", 24).fired(REST, "2026-11-21T18:00"));
  }

  @Property(tries = 150)
  void shouldNeverFlagMoreWhenThereIsMoreRest(@ForAll long seed) {
    Random random = new Random(seed);
    long restMin = 150L + random.nextInt(6 * 24 * 60);
    long more = random.nextInt(5 * 24 * 60);
    assertTrue(flags(seed, restMin + more) <= flags(seed, restMin));
  }

  /// Flags about the rest before a last session, some minutes after all others.
  private static long flags(long seed, long restMin) {
    Past past = RandomPast.of(new Random(seed));
    Instant last = RandomPast.NOW.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(restMin));
    past.set(last, CONVENTIONAL, 160, 3, 0.4);
    Basis basis = Basis.of(past.last().key());
    return past.look(REST, last.plus(Duration.ofHours(1))).stream()
        .filter(one -> one.level() == CoachFinding.Level.FLAG && one.basis().contains(basis)).count();
  }

  @Test
  void shouldFlagWhenHeavySquatsAndDeadliftsAreOnConsecutiveDays() {
    Past past = new Past().set("2026-11-17T23:30", Exercise.SQUAT, 140, 3).set("2026-11-18T23:45", CONVENTIONAL, 160,
        3);
    CoachFinding flag = past.fired("consecutive-days", "2026-11-20T18:00").getFirst();
    assertEquals(CoachFinding.Level.FLAG, flag.level());
    assertEquals(1, value(flag));
    // Half an hour later it is the day after.
    assertEquals(List.of(), new Past().set("2026-11-17T23:30", Exercise.SQUAT, 140, 3)
        .set("2026-11-19T00:15", CONVENTIONAL, 160, 3).fired("consecutive-days", "2026-11-20T18:00"));
    assertEquals(List.of(), new Past().set("2026-11-17T18:00", Exercise.SQUAT, 140, 3)
        .set("2026-11-18T18:00", Exercise.SQUAT, 160, 3).fired("consecutive-days", "2026-11-20T18:00"));
  }

  @Test
  void shouldSayWhenTheRestIsOverInTheRangeWhenItIsNot() {
    Past past = new Past().set("2026-11-17T18:00", CONVENTIONAL, 140, 1);
    assertEquals(past.at("2026-11-19T18:00:01"), past.report("2026-11-18T18:00").nextLoads().getFirst().notBefore());
    assertNull(past.report("2026-11-20T18:00").nextLoads().getFirst().notBefore());
  }
}
