package io.plumbline.daemon.domain.training;

import java.util.Map;

/// Numbers of the coach's rules that were changed for one athlete, by the id that the coach's engine gives them.
public record RuleOverrides(Map<String, Double> values) {
  /// None changed.
  public static final RuleOverrides NONE = new RuleOverrides(Map.of());
  private static final int MOST = 200;

  public RuleOverrides {
    values = Map.copyOf(values);
    Check.range("entries of values", values.size(), 0, MOST);
    values.forEach((id, value) -> {
      Check.id("id of a rule's number", id);
      Check.range(id, value, -Double.MAX_VALUE, Double.MAX_VALUE);
    });
  }
}
