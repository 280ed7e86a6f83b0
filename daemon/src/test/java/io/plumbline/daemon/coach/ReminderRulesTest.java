package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.AccessoryEntry;
import io.plumbline.daemon.domain.training.Mark;
import io.plumbline.daemon.domain.training.MaxTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderRulesTest {
  private static final String NOW = "2026-11-18T19:00";

  private static void shouldFallDue(String rule, Mark.Kind kind, String due, String notYet) {
    assertEquals(1, new Past().mark(due + "T23:00", kind).fired(rule, NOW).size());
    assertEquals(List.of(), new Past().mark(notYet + "T01:00", kind).fired(rule, NOW));
    assertEquals(1, new Past().set(due + "T18:00", CONVENTIONAL, 100, 5).fired(rule, NOW).size());
    assertEquals(List.of(), new Past().fired(rule, NOW));
  }

  @Test
  void shouldRemindOfTheTechniqueCheckWhenThreeMonthsWentBy() {
    shouldFallDue("technique-check", Mark.Kind.TECHNIQUE_CHECK, "2026-08-19", "2026-08-20");
    assertTrue(new Past().mark("2026-08-01T18:00", Mark.Kind.TECHNIQUE_CHECK).fired("technique-check", NOW).getFirst()
        .text().contains("at 70 %"));
  }

  @Test
  void shouldRemindOfFilmingWhenAMonthWentBy() {
    shouldFallDue("film-a-heavy-set", Mark.Kind.FILMED, "2026-10-19", "2026-10-20");
  }

  @Test
  void shouldRemindOfMobilityWhenAMonthWentBy() {
    shouldFallDue("mobility-check", Mark.Kind.MOBILITY_CHECK, "2026-10-19", "2026-10-20");
  }

  @Test
  void shouldCountDaysWithAccessoriesWhenTheyAreTicked() {
    Past past = new Past();
    for (String at : List.of("2026-11-11T23:00", "2026-11-12T08:00", "2026-11-12T08:10")) {
      past.told(new AccessoryEntry("a" + at.hashCode(), past.at(at), AccessoryEntry.Accessory.SIDE_PLANK, null, null));
    }
    CoachFinding note = past.fired("accessories", NOW).getFirst();
    assertEquals(1, note.value(), "the 12th twice, the 11th is eight days back");
    past.told(new AccessoryEntry("b", past.at("2026-11-18T08:00"), AccessoryEntry.Accessory.BIRD_DOG, 3, null));
    assertEquals(List.of(), past.fired("accessories", NOW));
  }

  @Test
  void shouldFlagWhenAThirdMaxTestIsWithinAYear() {
    Past past = new Past();
    for (String at : List.of("2025-11-18T18:00", "2026-02-01T18:00", "2026-09-01T18:00")) {
      past.told(new MaxTest("t" + at.substring(0, 7), past.at(at), CONVENTIONAL, 200, null, null));
    }
    past.told(new MaxTest("s", past.at("2026-09-01T18:00"), Exercise.SQUAT, 180, null, null));
    assertEquals(List.of(), past.fired("max-tests", NOW), "the first is 365 days ago");
    past.told(new MaxTest("t4", past.at("2026-11-10T18:00"), CONVENTIONAL, 200, null, null));
    CoachFinding flag = past.fired("max-tests", NOW).getFirst();
    assertEquals(CoachFinding.Level.FLAG, flag.level());
    assertEquals(3, flag.value());
    assertEquals(3, flag.basis().size());
  }
}
