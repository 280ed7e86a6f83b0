package io.plumbline.contract.payload;

import org.jspecify.annotations.Nullable;

/// A rule of technique that a rep or a set touched, with what it is based on.
///
/// @param rule     id of the rule
/// @param value    what was measured
/// @param baseline the athlete's own baseline in the same unit, null where there is none yet
/// @param unit     unit of value and baseline: findings of every kind share this shape, so the unit cannot be part of the name
/// @param text     one sentence for the lifter
public record Finding(@Bounds(id = true) String rule, double value, @Nullable Double baseline,
    @Bounds(length = Finding.MAX_UNIT_LENGTH) String unit, String text) {
  /// Most findings of one rep or one set.
  public static final int MAX_FINDINGS = 16;
  /// Longest unit.
  public static final int MAX_UNIT_LENGTH = 16;

  public Finding {
    Check.id("rule", rule);
    Check.finite("value", value);
    Check.finite("baseline", baseline);
    Check.text("unit", unit, MAX_UNIT_LENGTH);
    Check.text("text", text);
  }
}
