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
/// @param gravityMps2     gravity by which forces are told as masses: that of the load cells' calibration
/// @param cellGainSd      share of a side's force by which a load cell's gain may be wrong, standard deviation
public record BarSetup(List<Mount> mounts, List<Lever> levers, int facing, double enteredLoadKg, double barKg,
    double outboardKg, double gravityMps2, double cellGainSd) {
  /// Of cells that were not set against known plates: 0.5 % (`bar-mechanics.md` section 8), and the place's gravity.
  public static final double UNWEIGHED_GAIN_SD = 0.0055;
  /// Of cells that were, where the bar is used: plates weighed to 20 g, and the accelerometers' word on the roll.
  public static final double WEIGHED_GAIN_SD = 0.0006;

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

  /// With load cells that were not set against known plates.
  public BarSetup(List<Mount> mounts, List<Lever> levers, int facing, double enteredLoadKg, double barKg,
      double outboardKg, double gravityMps2) {
    this(mounts, levers, facing, enteredLoadKg, barKg, outboardKg, gravityMps2, UNWEIGHED_GAIN_SD);
  }

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
