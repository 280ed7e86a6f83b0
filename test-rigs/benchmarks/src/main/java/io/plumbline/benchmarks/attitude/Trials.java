package io.plumbline.benchmarks.attitude;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the three trials of BROAD lie.
final class Trials {
  private static final List<String> NUMBERS = List.of("09", "14", "27");
  private static final List<String> NAMES = List.of("09 fast rotation", "14 slow translation", "27 vibrating phone");
  private static final Path DEFAULT = Path.of("shared", "data");

  private Trials() {}

  /// Reads the three.
  ///
  /// @param folder that holds `broad`; null looks for `shared/data` in the working directory and upward
  static List<Trial> read(@Nullable Path folder, Path workingDirectory) throws TrialException {
    Path broad = (folder == null ? find(workingDirectory) : folder).resolve("broad");
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < NUMBERS.size(); i++) {
      trials.add(Trial.read(NAMES.get(i), file(broad, NUMBERS.get(i))));
    }
    return trials;
  }

  private static Path find(Path workingDirectory) throws TrialException {
    for (Path at = workingDirectory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(DEFAULT))) {
        return at.resolve(DEFAULT);
      }
    }
    throw new TrialException("there is no folder " + DEFAULT + " in " + workingDirectory.toAbsolutePath().normalize()
        + " or above it; say with --data where the folder is that holds broad/");
  }

  private static Path file(Path broad, String number) throws TrialException {
    if (!Files.isDirectory(broad)) {
      throw new TrialException(
          "there is no folder " + broad + "; say with --data where the folder is that holds broad/");
    }
    try (Stream<Path> files = Files.list(broad)) {
      return files.filter(file -> String.valueOf(file.getFileName()).matches("broad-" + number + ".*\\.csv(\\.gz)?"))
          .sorted().findFirst()
          .orElseThrow(() -> new TrialException(
              broad + " has no broad-" + number + "*.csv.gz; the trials of BROAD that are needed are 09, 14 and 27"));
    } catch (IOException e) {
      throw new TrialException(broad + ": cannot be read: " + e.getMessage());
    }
  }
}
