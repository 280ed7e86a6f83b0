package io.plumbline.bar.calibration;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a bar's calibration is kept, and what it is put over.
///
/// @param config   of the bar, without any calibration
/// @param file     need not exist
/// @param software version that writes it
public record CalibrationPlace(BarConfig config, Path file, String software) {
  /// The calibration until now; null where there is none.
  ///
  /// @throws ConfigException where it cannot be used, or is of another bar
  public @Nullable Calibration before() throws ConfigException {
    if (!Files.exists(file)) {
      return null;
    }
    Calibration before = CalibrationReader.read(file);
    if (!before.barId().equals(config.bar().id())) {
      throw new ConfigException(file + ": is the calibration of the bar '" + before.barId() + "', but this is '"
          + config.bar().id() + "': name another file with --calibration");
    }
    return before;
  }
}
