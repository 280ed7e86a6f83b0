package io.plumbline.daemon.coach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static String problem(String id, double value) {
    List<String> problems = Settings.judge(Map.of(id, value)).problems();
    assertEquals(1, problems.size());
    return problems.getFirst();
  }

  @Test
  void shouldNameTheNearestNumberWhenAnIdIsUnknown() {
    assertEquals("no rule has a number rest_hours; the nearest is rest_h", problem("rest_hours", 50));
    assertEquals("no rule has a number deload_week; the nearest is deload_weeks", problem("deload_week", 5));
  }

  @Test
  void shouldSayTheRangeWhenAValueIsOutOfIt() {
    assertEquals("rest_h must be 12 to 336, but is 2", problem("rest_h", 2));
    assertTrue(problem("rest_h", Double.NaN).endsWith("but is NaN"));
    assertEquals("rest_h (100) must not be above rest_after_hard_h (72)", problem("rest_h", 100));
    assertEquals(100,
        Settings.judge(Map.of("rest_h", 100.0, "rest_after_hard_h", 120.0)).settings().get(RuleNumber.REST_H));
  }

  @Test
  void shouldHaveSensibleDefaultsWhenNothingIsChanged() {
    Set<String> ids = new HashSet<>();
    for (RuleNumber number : RuleNumber.values()) {
      assertTrue(ids.add(number.id()) && number.id().matches("[a-z][a-z0-9_]*_[a-z0-9]+"), number.id());
      assertTrue(number.usual() >= number.least() && number.usual() <= number.most(), number.id());
    }
    assertEquals(List.of(), Settings.judge(Map.of()).problems());
  }

  @Property
  void shouldComeToSettingsInOrderWhateverTheOverrides(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Double> overrides = new HashMap<>();
    for (RuleNumber number : RuleNumber.values()) {
      if (random.nextBoolean()) {
        overrides.put(number.id(),
            number.least() + (number.most() - number.least()) * (1.2 * random.nextDouble() - 0.1));
      }
    }
    Settings settings = Settings.judge(overrides).settings();
    assertEquals(Settings.judge(asMap(settings)), new Settings.Judged(settings, List.of()));
    assertTrue(settings.get(RuleNumber.RAMP_1_PCT) <= settings.get(RuleNumber.RAMP_4_PCT));
  }

  private static Map<String, Double> asMap(Settings settings) {
    Map<String, Double> map = new HashMap<>();
    settings.changed().forEach((number, value) -> map.put(number.id(), value));
    return map;
  }
}
