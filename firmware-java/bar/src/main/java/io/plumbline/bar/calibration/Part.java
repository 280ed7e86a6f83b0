package io.plumbline.bar.calibration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Parts of a calibration, in the order in which they are done.
public enum Part {
  /// Offset of the gyroscopes.
  REST,
  /// Accelerometers.
  FACES,
  /// How the units sit on the shaft, and which way is forward.
  MOUNT,
  /// Where the units sit.
  LEVER,
  /// Load cells.
  LOAD;

  /// For people.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The part that a person or a program names; empty where it is none.
  public static Optional<Part> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
  }

  /// With what they cannot do without: levers need the rolling of the mount, and other axes of an accelerometer another mount.
  static Set<Part> complete(Set<Part> wished) {
    Set<Part> all = EnumSet.copyOf(wished);
    if (all.contains(LEVER) || all.contains(FACES)) {
      all.add(MOUNT);
    }
    return all;
  }
}
