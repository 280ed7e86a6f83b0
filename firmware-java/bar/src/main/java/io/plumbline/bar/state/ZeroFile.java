package io.plumbline.bar.state;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.config.Layer;
import io.plumbline.bar.config.Section;
import io.plumbline.bar.file.DurableFile;
import io.plumbline.contract.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The file `tare.toml` in the state folder: zeros of the load cells that were set after their calibration. It holds for that calibration only: the next one
/// finds zeros of its own. Not thread-safe.
public final class ZeroFile {
  /// Name in the state folder.
  public static final String NAME = "tare.toml";
  private static final int VERSION = 1;
  private static final String ID_RULE = "an id";

  private final Path path;

  /// @param folder of everything that the bar keeps; need not exist
  public ZeroFile(Path folder) {
    this.path = folder.resolve(NAME);
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// The zeros; empty where there are none of this bar and calibration. A file that cannot be used is left, said, and gone without.
  ///
  /// @param bridges of the load cells
  /// @param warn    told one line where it cannot be used
  public Optional<List<Double>> read(String barId, String calibrationId, int bridges, Consumer<String> warn) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      Section root = Section.of(Layer.read(path));
      if (root.whole("version", 1, Integer.MAX_VALUE) != VERSION) {
        throw root.refuse("version", "must be " + VERSION + ": a newer Plumbline wrote it, or nobody");
      }
      boolean ours = root.text("bar_id", Ids.PATTERN, ID_RULE).equals(barId)
          && root.text("calibration_id", Ids.PATTERN, ID_RULE).equals(calibrationId);
      List<Double> zeros = root.numbers("zero_ratio");
      return ours && zeros.size() == bridges ? Optional.of(zeros) : Optional.empty();
    } catch (ConfigException e) {
      warn.accept(e.getMessage() + "; the load cells go with the zeros of their calibration");
      return Optional.empty();
    }
  }

  /// Keeps zeros. However this ends, the file is the old one or the new one.
  ///
  /// @param calibrationId of the load cells that they belong to
  public void write(String barId, String calibrationId, List<Double> zeroRatio, Instant now) throws IOException {
    DurableFile.write(path, """
      # Zeros of the load cells, set by the command tare after their calibration; delete it to go back to those.
      version = %d
      date = "%s"
      bar_id = "%s"
      calibration_id = "%s"
      zero_ratio = %s
      """.formatted(VERSION, now, barId, calibrationId, zeroRatio));
  }
}
