package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.GeneralWarmUp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final String NOW = "2026-11-18T19:00";

  private static List<CoachFinding> ramp(Past past) {
    return past.fired("warm-up-ramp", NOW).stream().filter(one -> one.unit().equals("%")).toList();
  }

  @Test
  void shouldRiseInPlatesWhenTheWorkingLoadIsKnown() {
    WarmUp ramp = WarmUp.to(CONVENTIONAL, 140, Settings.DEFAULTS);
    // 45, 60, 70 and 85 % of 140 kg are 63, 84, 98 and 119.
    assertEquals(List.of(62.5, 82.5, 97.5, 117.5), ramp.sets().stream().map(WarmUp.RampSet::loadKg).toList());
    assertEquals(List.of(20.0, 1.25), ramp.sets().getFirst().platesOneSideKg());
    assertEquals(List.of(25.0, 20.0, 2.5, 1.25), ramp.sets().getLast().platesOneSideKg());
    Settings other = Settings.judge(Map.of("bar_kg", 15.0, "smallest_plate_kg", 5.0)).settings();
    assertEquals(List.of(55.0, 75.0, 95.0, 115.0),
        WarmUp.to(CONVENTIONAL, 140, other).sets().stream().map(WarmUp.RampSet::loadKg).toList());
  }

  @Property
  void shouldRiseAndEndBelowTheWorkingLoadWhateverThePlates(@ForAll @DoubleRange(min = 1, max = 500) double workingKg,
      @ForAll @DoubleRange(min = 1, max = 60) double barKg, @ForAll @DoubleRange(min = 0.1, max = 25) double plateKg) {
    Settings settings = Settings.judge(Map.of("bar_kg", barKg, "smallest_plate_kg", plateKg)).settings();
    double last = 0;
    for (WarmUp.RampSet set : WarmUp.to(CONVENTIONAL, workingKg, settings).sets()) {
      assertTrue(set.loadKg() > last && set.loadKg() < workingKg, set.toString());
      double sumKg = barKg + 2 * set.platesOneSideKg().stream().mapToDouble(kg -> kg).sum();
      assertEquals(sumKg, set.loadKg(), 2e-3, set.toString());
      last = set.loadKg();
    }
  }

  @Test
  void shouldFlagWhenTheRampWasSkipped() {
    Past past = new Past().set("2026-11-18T18:00", CONVENTIONAL, 140, 5);
    CoachFinding flag = ramp(past).getFirst();
    assertEquals(CoachFinding.Level.FLAG, flag.level());
    assertEquals(100, flag.value());
    assertEquals(55, flag.limit());
    Past step = new Past().set("2026-11-18T18:00", CONVENTIONAL, 70, 5).set("2026-11-18T18:05", CONVENTIONAL, 140, 5);
    assertEquals(50, ramp(step).getFirst().value());
    assertEquals(30, ramp(step).getFirst().limit());
    Past whole = new Past();
    for (double kg : new double[]{60, 85, 100, 120, 140}) {
      whole.set("2026-11-18T18:0" + whole.history().sets().size(), CONVENTIONAL, kg, 3);
    }
    assertEquals(List.of(), ramp(whole));
  }

  @Test
  void shouldFlagBeforeTheWorkingSetWhenItsLoadIsPlanned() {
    Past past = new Past().plan("2026-11-18", CONVENTIONAL, 140.0).set("2026-11-18T18:00", CONVENTIONAL, 100, 3);
    CoachFinding flag = ramp(past).getFirst();
    assertEquals(100 / 1.4, Objects.requireNonNull(flag.value()), 1e-9);
  }

  @Test
  void shouldAskForNothingLessThanTheBarWhenTheLoadIsLight() {
    assertEquals(List.of(), ramp(new Past().set("2026-11-18T18:00", CONVENTIONAL, 20, 5)));
    Past untimed = new Past().set("2026-11-18T18:00", CONVENTIONAL, 140, 5).untimed();
    assertEquals(List.of(), untimed.fired("warm-up-ramp", NOW));
  }

  @Test
  void shouldNoteWhenTheGeneralWarmUpIsMissing() {
    Past past = new Past().set("2026-11-18T18:00", CONVENTIONAL, 60, 5);
    CoachFinding note = past.fired("warm-up-ramp", NOW).getFirst();
    assertEquals("min", note.unit());
    assertEquals(0, note.value());
    past.told(new GeneralWarmUp("w", past.at("2026-11-18T17:50"), 300, null));
    assertTrue(past.fired("warm-up-ramp", NOW).stream().noneMatch(one -> one.unit().equals("min")));
  }

  @Test
  void shouldFlagWhenOtherLiftsCameBeforeTheDeadlift() {
    Past past = new Past().typed("2026-11-18T17:50", Exercise.SQUAT, 120.0, 3, 5)
        .set("2026-11-18T18:00", CONVENTIONAL, 140, 5);
    CoachFinding flag = past.fired("deadlift-early", NOW).getFirst();
    assertEquals(CoachFinding.Level.FLAG, flag.level());
    assertEquals(3, flag.value());
    assertEquals(2, flag.basis().size());
    assertEquals(List.of(), past.override("deadlift_after_sets", 3).fired("deadlift-early", NOW));
    assertEquals(List.of(), new Past().typed("2026-11-18T17:50", Exercise.BENCH_PRESS, 80.0, 3, 5)
        .set("2026-11-18T18:00", CONVENTIONAL, 140, 5).fired("deadlift-early", NOW));
    assertEquals(List.of(), new Past().set("2026-11-18T18:00", CONVENTIONAL, 140, 5)
        .typed("2026-11-18T18:30", Exercise.SQUAT, 120.0, 3, 5).fired("deadlift-early", NOW));
  }
}
