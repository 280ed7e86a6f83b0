package io.plumbline.core.calibration;

import io.plumbline.core.sample.BarSetup.Mount;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Rotation sensor to bar frame from two directions (TRIAD, Black 1964): the roll axis is bar x, and at rest with the mark up the
/// vertical, less its part along x, is bar z.
///
/// Accelerometer and gyroscope of one chip are some tenths of a degree apart (cross-axis 1 and 1.25 %), and |f| = g leaves the turn of the
/// accelerometer's axes open: it is turned so that both feel the same roll axis. About that axis they stay apart by what the chip is off.
public final class MountFit {
  /// A bar on a floor.
  private static final double MOST_SLOPE_RAD = Math.toRadians(8);
  /// Cross-axis of both parts together (facts/icm-42688-p.md, section 4), with room.
  private static final double MOST_APART_RAD = Math.toRadians(3);
  private static final double MEAN_SD_MPS2 = 3e-4;

  private MountFit() {}

  /// A mount, and the accelerometer in axes that agree with the gyroscope's.
  ///
  /// @param accelerometer turned; the same as was given where only one axis was known
  public record Result(MountCalibration mount, AccelerometerCalibration accelerometer) {}

  /// Fits.
  ///
  /// @param rolled        axis that the gyroscope felt, pointing to the right pod
  /// @param levelled      axis that gravity went round, in the accelerometer's corrected axes, pointing to the right pod; null where not known
  /// @param markUpMps2    mean reading of the accelerometer at rest with the mark up
  /// @throws CalibrationRefusedException where the two do not belong together
  public static Result fit(RollAxis rolled, @Nullable RollAxis levelled, AccelerometerCalibration accelerometer,
      List<Double> markUpMps2) throws CalibrationRefusedException {
    AccelerometerCalibration turned = accelerometer;
    double apart = Double.NaN;
    double sd = rolled.sdRad();
    if (levelled != null) {
      apart = Math.acos(Math.clamp(rolled.along(levelled), -1, 1));
      if (!(apart < MOST_APART_RAD)) {
        throw new CalibrationRefusedException(String.format(Locale.ROOT,
            "gyroscope and accelerometer feel roll axes that are %.1f° apart, 3 are allowed: is the pod loose on the shaft?",
            Math.toDegrees(apart)));
      }
      turned = accelerometer.turned(levelled.vector(), rolled.vector());
      sd = Math.max(sd, levelled.sdRad());
    }
    double[] x = rolled.vector();
    double[] up = turned.apply(Vectors.array(markUpMps2));
    double slope = Math.asin(Math.clamp(Vectors.dot(x, up) / Vectors.length(up), -1, 1));
    if (!(Math.abs(slope) < MOST_SLOPE_RAD)) {
      throw new CalibrationRefusedException(String.format(Locale.ROOT,
          "the bar sloped by %.1f° with its mark up, 8 are allowed: put it on a level floor", Math.toDegrees(slope)));
    }
    double[] z = Vectors.unit(Vectors.minus(up, Vectors.scaled(x, Vectors.dot(x, up))));
    double[] y = Vectors.cross(z, x);
    double roundX = MEAN_SD_MPS2 / Vectors.length(up);
    Mount mount = quaternion(x, y, z);
    return new Result(new MountCalibration(mount, List.of(roundX, sd, sd), apart), turned);
  }

  /// Of the matrix with these rows (Shepperd 1978).
  private static Mount quaternion(double[] x, double[] y, double[] z) {
    double trace = x[0] + y[1] + z[2];
    double w;
    double i;
    double j;
    double k;
    if (trace >= Math.max(x[0], Math.max(y[1], z[2]))) {
      w = Math.sqrt(1 + trace) / 2;
      i = (z[1] - y[2]) / (4 * w);
      j = (x[2] - z[0]) / (4 * w);
      k = (y[0] - x[1]) / (4 * w);
    } else if (x[0] >= y[1] && x[0] >= z[2]) {
      i = Math.sqrt(1 + x[0] - y[1] - z[2]) / 2;
      w = (z[1] - y[2]) / (4 * i);
      j = (x[1] + y[0]) / (4 * i);
      k = (x[2] + z[0]) / (4 * i);
    } else if (y[1] >= z[2]) {
      j = Math.sqrt(1 - x[0] + y[1] - z[2]) / 2;
      w = (x[2] - z[0]) / (4 * j);
      i = (x[1] + y[0]) / (4 * j);
      k = (y[2] + z[1]) / (4 * j);
    } else {
      k = Math.sqrt(1 - x[0] - y[1] + z[2]) / 2;
      w = (y[0] - x[1]) / (4 * k);
      i = (x[2] + z[0]) / (4 * k);
      j = (y[2] + z[1]) / (4 * k);
    }
    double size = Math.sqrt(w * w + i * i + j * j + k * k) * (w < 0 ? -1 : 1);
    return new Mount(w / size, i / size, j / size, k / size);
  }
}
