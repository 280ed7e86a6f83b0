package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.domain.training.Progression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayBackTest {
  private static Past way(Progression.Kind kind, @Nullable Double formerKg, String start, String... confirmed) {
    Past past = new Past();
    List<Progression.Confirmation> stages = new ArrayList<>();
    for (String at : confirmed) {
      stages.add(new Progression.Confirmation(stages.size() + 1, past.at(at)));
    }
    return past.progression(new Progression("p", kind, CONVENTIONAL, past.at(start), formerKg, stages, null, null));
  }

  private static WayBack at(Past past, String now) {
    return past.report(now).waysBack().getFirst();
  }

  @Test
  void shouldLeadThroughThreeStagesWhenTheAthleteConfirmsThem() {
    Past first = way(Progression.Kind.RETURN, 140.0, "2026-11-01T10:00");
    assertFalse(at(first, "2026-11-03T10:00").mayConfirm(), "day 3");
    assertTrue(at(first, "2026-11-04T10:00").mayConfirm());
    assertFalse(at(first.sore("2026-11-04T09:00", 4), "2026-11-04T10:00").mayConfirm());
    Past third = way(Progression.Kind.RETURN, 140.0, "2026-10-01T10:00", "2026-10-08T10:00", "2026-10-20T10:00");
    WayBack.Stage stage = at(third, "2026-10-21T10:00").current();
    assertEquals(3, stage.number());
    assertEquals(56.0, stage.lowKg());
    assertEquals(70.0, stage.highKg());
    assertEquals(1, third.fired("return-after-break", "2026-10-21T10:00").size());
  }

  @Test
  void shouldAddPointsForGoodWeeksOnlyWhenTheReturnGoesOn() {
    Past past = way(Progression.Kind.RETURN, 140.0, "2026-10-01T10:00", "2026-10-08T10:00", "2026-10-20T10:00");
    past.set("2026-10-22T18:00", CONVENTIONAL, 60, 5).set("2026-10-29T18:00", CONVENTIONAL, 70, 5)
        .sore("2026-10-30T08:00", 5).set("2026-11-05T18:00", CONVENTIONAL, 70, 5).stoppedAt(5);
    assertEquals(70.0, at(past, "2026-10-26T23:00").current().highKg(), "the first week is not over");
    assertEquals(84.0, at(past, "2026-10-27T01:00").current().highKg(), "60 %");
    assertEquals(63.0, at(past, "2026-10-27T01:00").current().lowKg(), "45 %");
    assertEquals(84.0, at(past, "2026-11-11T01:00").current().highKg(), "one week sore, one stopped for technique");
  }

  @Test
  void shouldNotJumpWhenTheStageAllowsMoreThanTheWeeklyStep() {
    Past past = way(Progression.Kind.RETURN, 140.0, "2026-10-01T10:00", "2026-10-08T10:00", "2026-10-20T10:00");
    past.set("2026-10-22T18:00", CONVENTIONAL, 60, 5);
    LoadRange range = past.report("2026-10-28T10:00").nextLoads().getFirst();
    assertEquals(65.0, range.highKg(), "66 kg after 60, not 84");
    assertEquals(62.5, range.lowKg(), "45 % of 140 kg is 63");
  }

  @Test
  void shouldRebuildFromHalfWhenTheTechniqueIsLearntAnew() {
    Past past = way(Progression.Kind.TECHNIQUE_REBUILD, 100.0, "2026-11-01T10:00");
    List<WayBack.Stage> stages = at(past, "2026-11-02T10:00").stages();
    assertEquals(List.of(50.0, 60.0, 65.0, 70.0), stages.stream().limit(4).map(WayBack.Stage::lowKg).toList());
    assertEquals(List.of(50.0, 60.0, 70.0, 80.0, 90.0, 100.0),
        stages.stream().limit(6).map(WayBack.Stage::highKg).toList());
    assertEquals(8, stages.size());
    assertEquals(1, past.fired("technique-rebuild", "2026-11-02T10:00").size());
    assertEquals(List.of(), past.fired("return-after-break", "2026-11-02T10:00"));
  }

  @Test
  void shouldSayThatItIsOverWhenAllStagesAreConfirmed() {
    Past past = way(Progression.Kind.RETURN, null, "2026-10-01T10:00", "2026-10-08T10:00", "2026-10-20T10:00",
        "2026-11-10T10:00");
    assertTrue(at(past, "2026-11-11T10:00").text().startsWith("All stages are confirmed"));
    assertNull(at(past, "2026-11-11T10:00").current().lowKg());
    assertEquals(List.of(), past.report("2026-11-11T10:00").nextLoads());
  }
}
