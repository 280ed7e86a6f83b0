package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.SetNotes;
import io.plumbline.daemon.domain.training.TrainedRep;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VolumeRuleTest {
  private static final String VOLUME = "lower-back-volume";
  private static final String NOW = "2026-11-20T18:00";

  private static Past months() {
    Past past = new Past();
    for (String day : List.of("10-20", "10-27", "11-03", "11-10")) {
      past.set("2026-" + day + "T18:00", CONVENTIONAL, 100, 10);
    }
    return past;
  }

  @Test
  void shouldTellTheWeekWhenItIsAThirdAboveTheOwnMean() {
    // 1000 kg a week before; 1000 · 1 + 500 · 0.6 now.
    Past past = months().set("2026-11-17T18:00", CONVENTIONAL, 100, 10).typed("2026-11-18T18:00", Exercise.SQUAT, 50.0,
        2,
        5);
    CoachFinding note = past.fired(VOLUME, NOW).getFirst();
    assertEquals(CoachFinding.Level.NOTE, note.level());
    assertEquals(30, Objects.requireNonNull(note.value()), 1e-9);
    BackVolume volume = past.report(NOW).backVolume();
    assertEquals(1000.0, volume.meanKg());
    assertEquals(1300, volume.weeks().getLast().lumbarKg(), 1e-9);
    assertEquals(3, volume.weeks().getLast().sets());
    assertEquals(List.of(), months().set("2026-11-17T18:00", CONVENTIONAL, 100, 12).fired(VOLUME, NOW));
  }

  @Test
  void shouldCountNeitherRemovedRepsNorOtherLiftsWhenAWeekIsSummed() {
    Past past = months().set("2026-11-17T18:00", CONVENTIONAL, 100, 2);
    TrainedRep rep = past.last().reps().getFirst();
    TrainedRep removed = new TrainedRep(9, 3, false, rep.outcome(), 0.5, 0.006, 0.8, 0.5, 0.004, null, null, false,
        null,
        rep.slackGrade(), null, null, null, null, List.of(), List.of());
    past.last(List.of(rep, removed), true, 100.0, null, SetNotes.NONE);
    past.set("2026-11-18T18:00", Exercise.BENCH_PRESS, 80, 10).typed("2026-11-18T19:00", Exercise.UNKNOWN, 50.0, 3, 5);
    assertEquals(100, past.report(NOW).backVolume().weeks().getLast().lumbarKg(), 1e-9);
  }

  @Test
  void shouldSayWhatIsNotCountedWhenALoadIsNotKnown() {
    Past past = months().set("2026-11-17T18:00", CONVENTIONAL, 100, 10).unweighed();
    assertEquals(1, past.report(NOW).backVolume().weeks().getLast().unknownSets());
    String text = past.look(VOLUME, NOW).getFirst().text();
    assertTrue(text.contains("1 set without a known load"), text);
  }

  @Test
  void shouldHaveNoMeanWhenTheHistoryIsTooShort() {
    assertNull(new Past().set("2026-11-10T18:00", CONVENTIONAL, 100, 10).report(NOW).backVolume().meanKg());
    assertEquals(1000.0, new Past().set("2026-11-03T18:00", CONVENTIONAL, 100, 10)
        .set("2026-11-10T18:00", CONVENTIONAL, 100, 10).report(NOW).backVolume().meanKg());
    assertNull(months().from("2026-11-04T00:00").report(NOW).backVolume().meanKg(), "one whole week is left");
  }

  @Property(tries = 100)
  void shouldGrowWithEachSetWhenAHistoryIsMadeAtRandom(@ForAll long seed) {
    double before = Coach.report(RandomPast.of(new Random(seed)).history(), RandomPast.NOW).backVolume().weeks()
        .getLast()
        .lumbarKg();
    Past more = RandomPast.of(new Random(seed)).set(RandomPast.NOW.minusSeconds(60), Exercise.ROMANIAN_DEADLIFT, 60, 5,
        0.6);
    assertEquals(before + 300, Coach.report(more.history(), RandomPast.NOW).backVolume().weeks().getLast().lumbarKg(),
        1e-6);
  }
}
