package io.plumbline.simulator.scenario;

import java.util.Map;

/// Units as the last word of a key.
final class Units {
  private static final Map<String, String> BY_SUFFIX = Map.ofEntries(Map.entry("m", "m"), Map.entry("s", "s"),
      Map.entry("kg", "kg"), Map.entry("mps", "m/s"), Map.entry("mps2", "m/s²"), Map.entry("deg", "°"),
      Map.entry("rad", "rad"), Map.entry("radps", "rad/s"), Map.entry("n", "N"), Map.entry("npm", "N/m"),
      Map.entry("hz", "Hz"), Map.entry("c", "°C"), Map.entry("cpmin", "°C/min"), Map.entry("npc", "N/°C"),
      Map.entry("mps2prthz", "m/s²/√Hz"), Map.entry("radpsprthz", "rad/s/√Hz"), Map.entry("mps2pc", "m/s²/°C"),
      Map.entry("radpspc", "rad/s/°C"));

  private Units() {}

  /// Empty for a plain number or share.
  static String ofKey(String key) {
    int last = Math.max(key.lastIndexOf('_'), key.lastIndexOf('.'));
    return last < 0 ? "" : BY_SUFFIX.getOrDefault(key.substring(last + 1), "");
  }
}
