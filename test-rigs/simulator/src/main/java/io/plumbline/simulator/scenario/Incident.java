package io.plumbline.simulator.scenario;

/// Something that moves or shakes the bar and is no rep. Happens while the bar lies on the floor or in the rack, [Kind#STEP], [Kind#REGRIP]
/// and [Kind#PHONE] also while it is held.
///
/// @param kind      what happens
/// @param size      how much, in the unit of the kind
/// @param durationS how long it lasts; 0 for the usual
/// @param side      −1 left, +1 right, 0 both or the middle
/// @param pauseS    stillness afterwards
public record Incident(Kind kind, double size, double durationS, int side, double pauseS) implements Action {
  public enum Kind {
    /// A plate is pushed on or pulled off the sleeve; size: kilograms, + on, − off.
    PLATE("plate", "kg"),
    /// The bar is rolled over the floor by hand; size: metres, + away from the lifter.
    ROLL("roll", "m"),
    /// A foot hits a plate; size: newton seconds, + away from the lifter.
    KICK("kick", "N·s"),
    /// A step with the bar held; size: metres, + away from the lifter.
    STEP("step", "m"),
    /// The hands let go and grip again; size: degrees of bar roll.
    REGRIP("regrip", "°"),
    /// A phone vibrates on the shaft; size: m/s² amplitude of the shaft.
    PHONE("phone", "m/s²"),
    /// A plate falls on the floor beside the bar; size: m/s² peak of the floor.
    PLATE_DROPPED_NEARBY("plate-dropped-nearby", "m/s²"),
    /// The whole bar is lifted off the floor without a rep, carried and put down; size: metres forward.
    CARRY("carry", "m");

    private final String id;
    private final String unit;

    Kind(String id, String unit) {
      this.id = id;
      this.unit = unit;
    }

    public String id() {
      return id;
    }

    public String unit() {
      return unit;
    }
  }
}
