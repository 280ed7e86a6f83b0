package io.plumbline.core.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sensor that lay still.
///
/// @param meanMps2  mean of the accelerometer as it reads, three axes
/// @param upward    unit vector of the sensor's axes that points up in this face as far as a person can place it, null where the pose is
///                  not known
/// @param name      for people, as `left end up, a quarter turned`
public record Pose(List<Double> meanMps2, @Nullable List<Double> upward, String name) {
  public Pose {
    meanMps2 = List.copyOf(meanMps2);
    upward = upward == null ? null : List.copyOf(upward);
    if (meanMps2.size() != 3 || (upward != null && upward.size() != 3)) {
      throw new IllegalArgumentException("a pose has three axes");
    }
  }

  /// A pose of which nothing is known but that it was still.
  public static Pose free(String name, double x, double y, double z) {
    return new Pose(List.of(x, y, z), null, name);
  }
}
