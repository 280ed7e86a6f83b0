package io.plumbline.bar.calibration;

import io.plumbline.core.calibration.AccelerometerCalibration;
import io.plumbline.core.calibration.BiasPoint;
import io.plumbline.core.calibration.GyroscopeCalibration;
import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.core.calibration.MountCalibration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is known of a bar's sensors, part by part with the date of each.
///
/// @param id          of the whole, changes with each calibration
/// @param barId       which bar
/// @param date        of the last change
/// @param software    version that wrote it
/// @param gravityMps2 at the place of the calibration
/// @param facing      null where not known
/// @param units       inertial units
/// @param sides       load cells
public record Calibration(String id, String barId, Instant date, String software, double gravityMps2,
    @Nullable Facing facing, List<Unit> units, List<Side> sides) {
  public Calibration {
    units = List.copyOf(units);
    sides = List.copyOf(sides);
  }

  /// Something with the day on which it was found.
  public record Dated<T>(Instant date, T value) {}

  /// Which way the lifter faces.
  ///
  /// @param direction +1 or −1, see [io.plumbline.core.sample.BarSetup]
  /// @param source    `rolled` or `said`
  public record Facing(Instant date, int direction, String source) {}

  /// Offset of a gyroscope with the still stretches that it comes from, for the next calibration at another temperature.
  public record Gyroscope(GyroscopeCalibration fit, List<BiasPoint> still) {
    public Gyroscope {
      still = List.copyOf(still);
    }
  }

  /// Place of a unit.
  ///
  /// @param residualMps2 of the differences between units; NaN for one unit
  public record Lever(List<Double> positionM, List<Double> sdM, double residualMps2) {
    public Lever {
      positionM = List.copyOf(positionM);
      sdM = List.copyOf(sdM);
    }
  }

  /// An inertial unit; a part is null where it was never calibrated.
  ///
  /// @param name of the chip in the configuration
  public record Unit(String name, @Nullable Dated<AccelerometerCalibration> accelerometer,
      @Nullable Dated<Gyroscope> gyroscope, @Nullable Dated<MountCalibration> mount, @Nullable Dated<Lever> lever) {}

  /// Load cells of a side: `left` or `right`.
  public record Side(String name, Dated<LoadCellCalibration> cells) {}

  /// The unit with this name.
  public Optional<Unit> unit(String name) {
    return units.stream().filter(unit -> unit.name().equals(name)).findFirst();
  }

  /// The side with this name.
  public Optional<Side> side(String name) {
    return sides.stream().filter(side -> side.name().equals(name)).findFirst();
  }
}
