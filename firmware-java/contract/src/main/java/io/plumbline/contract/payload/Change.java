package io.plumbline.contract.payload;

/// How a measure changed over a set.
///
/// @param measure id of the measure, as in the rules of the findings
/// @param unit    unit of the three values: measures of every kind share this shape, so the unit cannot be part of the name
/// @param first   mean over the set's first lifted reps: two of them, one in a set of less than four
/// @param last    mean over as many of its last lifted reps
/// @param change  last less first
public record Change(@Bounds(id = true) String measure, @Bounds(length = Change.MAX_UNIT_LENGTH) String unit,
    double first, double last, double change) {
  /// Most changes of one set.
  public static final int MAX_CHANGES = 24;
  /// Longest unit.
  public static final int MAX_UNIT_LENGTH = 8;

  public Change {
    Check.id("measure", measure);
    Check.text("unit", unit, MAX_UNIT_LENGTH);
    Check.finite("first", first);
    Check.finite("last", last);
    Check.finite("change", change);
  }
}
