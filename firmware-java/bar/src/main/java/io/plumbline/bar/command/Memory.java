package io.plumbline.bar.command;

import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.state.KeptSession;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What commands have set and what the next run has to know. Only the thread of the commands uses it; it may wait for a disk.
public interface Memory {
  /// As it was when the program began, or as it was kept last.
  KeptSession session();

  /// Where the calibration is kept; null where none is.
  @Nullable
  CalibrationPlace place();

  /// Keeps it, where there is a place for it.
  ///
  /// @return whether the next run will know
  boolean keep(KeptSession session) throws IOException;

  /// Keeps the load cells' zeros, where there is a place for them.
  ///
  /// @return whether the next run will know
  boolean keepZeros(List<Double> zeroRatio) throws IOException;
}
