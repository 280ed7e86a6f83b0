package io.plumbline.bar.config;

import io.plumbline.drivers.signal.SignalPattern;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads `[cues]`: on which lines the lifter is told something, and how.
final class CueReader {
  private static final String BUZZER = "buzzer_line";
  private static final String LED = "led_line";
  /// Nobody listens to a longer tone.
  private static final int LONGEST_MS = 10_000;
  /// Pins of the buses (facts/raspberry-pi-io.md, sections 2 and 3), chip selects included.
  private static final Map<String, Set<Integer>> BUS_LINES = Map.of("SPI 0", between(7, 11), "SPI 1", between(16, 21),
      "I2C 0", between(0, 1), "I2C 1", between(2, 3));

  private CueReader() {}

  private static Set<Integer> between(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toUnmodifiableSet());
  }

  static BarConfig.Cues read(Section section) throws ConfigException {
    int buzzer = section.whole(BUZZER, -1, BarConfigReader.MOST_LINE);
    int led = section.whole(LED, -1, BarConfigReader.MOST_LINE);
    Map<LocalCue, BarConfig.Cue> cues = new EnumMap<>(LocalCue.class);
    for (LocalCue cue : LocalCue.values()) {
      cues.put(cue, cue(section.section(cue.key())));
    }
    section.refuseUnknown();
    return new BarConfig.Cues(buzzer, led, cues);
  }

  private static BarConfig.Cue cue(Section section) throws ConfigException {
    boolean buzzer = section.flag("buzzer");
    boolean led = section.flag("led");
    List<Integer> pattern = section.wholes("pattern_ms", 1, LONGEST_MS, SignalPattern.MOST_STEPS);
    section.refuseUnknown();
    return new BarConfig.Cue(buzzer, led, pattern);
  }

  /// Each line has one use; one of a bus that a chip hangs on would take the bus away from it.
  static void check(Section section, BarConfig.Cues cues, List<BarConfig.Chip> chips) throws ConfigException {
    Map<Integer, String> taken = new HashMap<>();
    for (BarConfig.Chip chip : chips) {
      taken.put(chip.dataReadyLine(), "data-ready of " + chip.name());
      String bus = (chip.bus() == BarConfig.BusKind.SPI ? "SPI " : "I2C ") + chip.busNumber();
      for (int line : BUS_LINES.getOrDefault(bus, Set.of())) {
        taken.put(line, bus + " with " + chip.name());
      }
    }
    claim(section, BUZZER, cues.buzzerLine(), taken);
    claim(section, LED, cues.ledLine(), taken);
  }

  private static void claim(Section section, String key, int line, Map<Integer, String> taken) throws ConfigException {
    if (line < 0) {
      return;
    }
    String other = taken.putIfAbsent(line, key);
    if (other != null) {
      throw section.refuse(key, "is " + line + ", which is taken by " + other + ": take another line, or -1 for none");
    }
  }
}
