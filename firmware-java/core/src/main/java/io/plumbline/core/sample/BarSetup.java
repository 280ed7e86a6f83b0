package io.plumbline.core.sample;

import java.util.List;

/// What is known about bar, sensors and lifter before the first sample.
///
/// @param mounts          by [ImuSite] ordinal: rotation sensor to bar frame
/// @param levers          by [ImuSite] ordinal: position of the sensor in the bar frame
/// @param facing          +1: the lifter faces +y of the bar frame, −1: −y, 0: not known
/// @param enteredLoadKg   bar and plates as entered by a person, NaN where not known
/// @param barKg           mass of the empty bar
/// @param outboardKg      part of the empty bar outside each load-cell plane, one side
/// @param gravityMps2     local gravity
public record BarSetup(List<Mount> mounts, List<Lever> levers, int facing, double enteredLoadKg, double barKg,
    double outboardKg, double gravityMps2) {

  /// A rotation as a unit quaternion.
  public record Mount(double w, double x, double y, double z) {
    /// Sensor axes are bar axes.
    public static final Mount IDENTITY = new Mount(1, 0, 0, 0);
  }

  /// A position in the bar frame, m.
  public record Lever(double xM, double yM, double zM) {}

  /// Defaults of the recording format.
  public static final BarSetup DEFAULT = new BarSetup(List.of(Mount.IDENTITY, Mount.IDENTITY, Mount.IDENTITY),
      List.of(new Lever(-0.65, 0, 0), new Lever(0.65, 0, 0), new Lever(0, 0, 0)), 0, Double.NaN, 20, 6.7, 9.80665);

  public BarSetup {
    mounts = List.copyOf(mounts);
    levers = List.copyOf(levers);
    if (mounts.size() != ImuSite.values().length || levers.size() != ImuSite.values().length) {
      throw new IllegalArgumentException("one mount and one lever for each site");
    }
    if (facing < -1 || facing > 1) {
      throw new IllegalArgumentException("facing must be +1, -1 or 0, but is " + facing);
    }
  }
}
