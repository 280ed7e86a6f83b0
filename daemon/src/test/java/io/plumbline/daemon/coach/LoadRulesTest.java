package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.Mark;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LoadRulesTest {
  private static final String STEP = "weekly-progression";

  private static LoadRange range(Past past, String now) {
    return past.report(now).nextLoads().getFirst();
  }

  @Test
  void shouldFlagWhenAWeekAddsMoreThanATenth() {
    Past past = new Past().set("2026-11-13T18:00", CONVENTIONAL, 100, 5).set("2026-11-18T18:00", CONVENTIONAL, 112.5,
        5);
    CoachFinding flag = past.fired(STEP, "2026-11-20T18:00").getFirst();
    assertEquals(CoachFinding.Level.FLAG, flag.level());
    assertEquals(12.5, Objects.requireNonNull(flag.value()), 1e-9);
    assertEquals(10, flag.limit());
    assertEquals(List.of(), new Past().set("2026-11-13T18:00", CONVENTIONAL, 100, 5)
        .set("2026-11-18T18:00", CONVENTIONAL, 110, 5).fired(STEP, "2026-11-20T18:00"));
  }

  @Test
  void shouldFlagFromFivePercentOnWhenTheWorkIsNearTheMax() {
    // 170 of 200 kg is 85 %.
    Past past = new Past().max(CONVENTIONAL, 200).set("2026-11-13T18:00", CONVENTIONAL, 170, 2)
        .set("2026-11-18T18:00", CONVENTIONAL, 180, 1);
    assertEquals(5, past.fired(STEP, "2026-11-20T18:00").getFirst().limit());
    assertEquals(List.of(), new Past().max(CONVENTIONAL, 200).set("2026-11-13T18:00", CONVENTIONAL, 170, 2)
        .set("2026-11-18T18:00", CONVENTIONAL, 177.5, 1).fired(STEP, "2026-11-20T18:00"), "178.5 kg is the limit");
  }

  @Test
  void shouldCompareWithTheHeaviestOfFourWeeksWhenTheLastWasLight() {
    assertEquals(List.of(), new Past().set("2026-11-05T18:00", CONVENTIONAL, 140, 5)
        .set("2026-11-13T18:00", CONVENTIONAL, 90, 5).set("2026-11-18T18:00", CONVENTIONAL, 145, 5)
        .fired(STEP, "2026-11-20T18:00"));
  }

  @Test
  void shouldTakeTheWeekOfTheAthletesZoneWhenAMondayBeginsSomewhere() {
    // Monday 00:30 in Berlin, where the first set is of the week before; Sunday in UTC, where both are of one week.
    Past berlin = new Past().set("2026-11-15T23:50", CONVENTIONAL, 100, 5).set("2026-11-16T02:10", CONVENTIONAL, 120,
        5);
    assertEquals(1, berlin.fired(STEP, "2026-11-16T03:00").size());
    Past west = new Past().zone("America/New_York").set("2026-11-15T17:50", CONVENTIONAL, 100, 5)
        .set("2026-11-15T20:10", CONVENTIONAL, 120, 5);
    assertEquals(List.of(), west.fired(STEP, "2026-11-15T21:00"));
  }

  @Test
  void shouldSuggestTheUsualStepInPlatesWhenNothingAsksForLess() {
    LoadRange range = range(new Past().set("2026-11-13T18:00", CONVENTIONAL, 117.5, 5), "2026-11-18T18:00");
    assertEquals(117.5, range.lowKg());
    assertEquals(127.5, range.highKg(), "129.25 kg is the limit");
    assertEquals(129.25, Objects.requireNonNull(range.limitKg()), 1e-9);
    assertEquals(List.of(STEP), range.rules());
  }

  @Test
  void shouldSuggestLessWhenSoreSoonToRestOrStoppedForTechnique() {
    Past sore = new Past().set("2026-11-13T18:00", CONVENTIONAL, 120, 5).sore("2026-11-14T08:00", 4);
    assertEquals(95.0, range(sore, "2026-11-18T18:00").highKg(), "80 % of 120 kg is 96");
    assertEquals(70.0, range(sore, "2026-11-18T18:00").lowKg(), "60 % is 72");
    assertEquals(List.of("soreness"), range(sore, "2026-11-18T18:00").rules());
    Past stopped = new Past().set("2026-11-13T18:00", CONVENTIONAL, 120, 5).stoppedAt(5);
    assertEquals(120.0, range(stopped, "2026-11-18T18:00").highKg());
    assertEquals(107.5, range(stopped, "2026-11-18T18:00").lowKg());
    Past deload = new Past().set("2026-11-13T18:00", CONVENTIONAL, 120, 5).mark("2026-11-16T08:00", Mark.Kind.DELOAD);
    assertEquals(List.of("deload"), range(deload, "2026-11-18T18:00").rules());
    assertEquals(95.0, range(deload, "2026-11-18T18:00").highKg());
  }

  @Test
  void shouldBeginAnewWhenMonthsWentBy() {
    LoadRange range = range(new Past().set("2026-05-13T18:00", CONVENTIONAL, 120, 5), "2026-11-18T18:00");
    assertEquals(60.0, range.lowKg());
    assertEquals(70.0, range.highKg(), "60 % of 120 kg is 72");
  }

  @Test
  void shouldSayThatNothingIsKnownWhenItIsTheFirstTime() {
    Past past = new Past().plan("2026-11-20", Exercise.SQUAT, null);
    LoadRange range = range(past, "2026-11-18T18:00");
    assertNull(range.highKg());
    assertTrue(range.reason().startsWith("First time with the squat."), range.reason());
    assertEquals(LocalDate.of(2026, 11, 20), range.on());
    Past unweighed = new Past().set("2026-11-10T18:00", CONVENTIONAL, 100, 5).unweighed();
    assertNull(range(unweighed, "2026-11-18T18:00").highKg());
  }

  @Property(tries = 200)
  void shouldNeverSuggestWhatTheProgressionFlagsWhenAHistoryIsMadeAtRandom(@ForAll long seed) {
    Past past = RandomPast.of(new Random(seed));
    for (LoadRange range : Coach.report(past.history(), RandomPast.NOW).nextLoads()) {
      Double highKg = range.highKg();
      Double lowKg = range.lowKg();
      if (highKg == null || lowKg == null) {
        continue;
      }
      assertTrue(lowKg <= highKg && (range.limitKg() == null || highKg <= range.limitKg() + 1e-6), range.toString());
      Past done = RandomPast.of(new Random(seed))
          .told(new UnmeasuredLift("next", RandomPast.NOW, range.exercise(), null,
              1, 3, highKg, null, null));
      assertTrue(done.look(STEP, RandomPast.NOW).stream()
          .noneMatch(one -> one.fired() && one.basis().contains(new Basis(Basis.Kind.TOLD, "next"))), range.toString());
    }
  }

  @Test
  void shouldSuggestADeloadWhenEightWeeksWentByAndFourAboveForty() {
    Past past = weeks(8);
    CoachFinding young = past.fired("deload", "2026-11-18T18:00").getFirst();
    assertEquals(CoachFinding.Level.SUGGESTION, young.level());
    assertEquals(8, young.value());
    assertEquals(CoachFinding.Level.NOTE, weeks(6).fired("deload", "2026-11-18T18:00").getFirst().level());
    assertEquals(List.of(), weeks(5).fired("deload", "2026-11-18T18:00"));
    assertEquals(CoachFinding.Level.SUGGESTION,
        weeks(4).born(1985).fired("deload", "2026-11-18T18:00").getFirst().level(), "41 years");
    assertEquals(List.of(), weeks(4).born(1986).fired("deload", "2026-11-18T18:00"), "40 years");
  }

  @Test
  void shouldCountFromTheLastLightWeekWhenItWasSeenOrMarked() {
    assertEquals(3, weeks(8).mark("2026-10-20T08:00", Mark.Kind.DELOAD).look("deload", "2026-11-18T18:00").getFirst()
        .value());
    // Two weeks of 500 kg, one of 300, two of 500, this one.
    Past light = new Past();
    for (String day : List.of("10-13", "10-20", "11-03", "11-10")) {
      light.set("2026-" + day + "T18:00", CONVENTIONAL, 100, 5);
    }
    light.set("2026-10-27T18:00", CONVENTIONAL, 60, 5);
    assertEquals(2, light.look("deload", "2026-11-18T18:00").getFirst().value());
  }

  /// One session in each of the weeks before that of 18 November 2026.
  private static Past weeks(int weeks) {
    Past past = new Past();
    for (int week = weeks; week > 0; week--) {
      past.set(LocalDate.of(2026, 11, 17).minusWeeks(week) + "T18:00", CONVENTIONAL, 100, 5);
    }
    return past;
  }

  @Test
  void shouldSuggestOtherVariantsWhenTheWeekIsLighter() {
    Past past = weeks(2).sore("2026-11-17T08:00", 5);
    assertEquals(1, past.fired("variants", "2026-11-18T18:00").size());
    assertEquals(List.of(), weeks(2).fired("variants", "2026-11-18T18:00"));
  }
}
