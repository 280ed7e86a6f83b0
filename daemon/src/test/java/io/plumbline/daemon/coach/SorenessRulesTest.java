package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.domain.training.CheckIn;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SorenessRulesTest {
  private static final String LASTING = "soreness-see-a-professional";
  private static final String NOW = "2026-11-18T19:00";

  private static Past told(int soreness, CheckIn.@Nullable Side side, @Nullable String since, boolean sharp,
      boolean spreading) {
    Past past = new Past();
    Instant from = since == null ? null : past.at(since);
    return past.told(new CheckIn("c", past.at("2026-11-18T08:00"), soreness, List.of(CheckIn.Area.LOWER_BACK), side,
        from, null, sharp, spreading, null, null));
  }

  @Test
  void shouldSuggestALighterSessionWhenSorenessIsAboveThree() {
    CoachFinding finding = new Past().sore("2026-11-18T08:00", 4).fired("soreness", NOW).getFirst();
    assertEquals(4, finding.value());
    assertEquals(3, finding.limit());
    assertEquals("of 10", finding.unit());
    assertEquals(List.of(), new Past().sore("2026-11-18T08:00", 3).fired("soreness", NOW));
    assertEquals(List.of(), new Past().sore("2026-11-17T08:00", 6).sore("2026-11-18T08:00", 2).fired("soreness", NOW),
        "the latest counts");
    assertEquals(List.of(), new Past().sore("2026-11-10T08:00", 6).fired("soreness", NOW), "eight days ago");
  }

  @Test
  void shouldSuggestAProfessionalWhenSorenessLasts() {
    assertEquals(List.of(), told(4, null, "2026-11-15T08:01", false, false).fired(LASTING, NOW), "71 h 59 min");
    CoachFinding since = told(4, null, "2026-11-15T08:00", false, false).fired(LASTING, NOW).getFirst();
    assertEquals(72, since.value());
    assertTrue(since.text().endsWith("Have a professional look at it before the next heavy session."), since.text());
    assertEquals(List.of(), told(3, null, "2026-11-10T08:00", false, false).fired(LASTING, NOW));
    Past row = new Past().sore("2026-11-15T08:00", 5).sore("2026-11-17T08:00", 4).sore("2026-11-18T08:00", 4);
    assertEquals(72, row.fired(LASTING, NOW).getFirst().value());
    Past broken = new Past().sore("2026-11-15T08:00", 5).sore("2026-11-17T08:00", 2).sore("2026-11-18T08:00", 4);
    assertEquals(List.of(), broken.fired(LASTING, NOW));
  }

  @Test
  void shouldSuggestAProfessionalWhenItIsOneSidedSharpOrSpreading() {
    assertEquals(1, told(1, CheckIn.Side.LEFT, null, false, false).fired(LASTING, NOW).size());
    assertEquals(List.of(), told(0, CheckIn.Side.LEFT, null, false, false).fired(LASTING, NOW));
    assertEquals(List.of(), told(2, CheckIn.Side.BOTH, null, false, false).fired(LASTING, NOW));
    assertEquals(1, told(2, null, null, true, false).fired(LASTING, NOW).size());
    assertEquals(1, told(2, null, null, false, true).fired(LASTING, NOW).size());
  }

  @Property(tries = 100)
  void shouldNeverSpeakOfAProfessionalWhenNobodyToldOfSoreness(@ForAll long seed) {
    Past past = RandomPast.of(new Random(seed));
    CoachReport report = Coach.report(past.history(), RandomPast.NOW);
    boolean said = report.findings().stream().anyMatch(one -> one.text().contains("professional"))
        || report.nextLoads().stream().anyMatch(one -> one.reason().contains("professional"));
    assertTrue(!said || !past.history().checkIns().isEmpty());
    for (CoachFinding finding : report.findings()) {
      if (finding.rule().equals(LASTING)) {
        assertTrue(finding.basis().stream().allMatch(one -> one.id().startsWith("c")), finding.toString());
      }
    }
  }

  @Property(tries = 50)
  void shouldShowTheSameSafetyTextWhateverTheHistory(@ForAll long seed) {
    assertSame(SafetyText.PAGE, Coach.report(RandomPast.of(new Random(seed)).history(), RandomPast.NOW).safety());
    assertEquals(5, SafetyText.PAGE.atOnce().size());
  }

  @Test
  void shouldAskForACheckInWhenASessionHasNone() {
    Past past = new Past().set("2026-11-18T10:00", CONVENTIONAL, 120, 5);
    assertEquals(1, past.fired("soreness-check-in", NOW).size());
    assertEquals(List.of(), past.fired("soreness-check-in", "2026-11-18T10:30"), "the session may go on");
    assertEquals(List.of(), past.fired("soreness-check-in", "2026-11-22T10:30"), "nobody remembers");
    assertNotEquals(List.of(), past.sore("2026-11-18T08:00", 1).fired("soreness-check-in", NOW));
    assertEquals(List.of(), past.sore("2026-11-18T12:00", 1).fired("soreness-check-in", NOW));
  }
}
