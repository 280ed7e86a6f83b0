package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Finds the GPIO chip by its label: the number of its device file changes between kernels and boards.
final class GpioChips {
  private final Path folder;
  private final List<String> labels;
  private final List<String> seen = new ArrayList<>();

  GpioChips(Path folder, List<String> labels) {
    this.folder = folder;
    this.labels = labels;
  }

  /// What the last search came across, as `gpiochip0 'pinctrl-rp1' with 54 lines`.
  List<String> seen() {
    return Collections.unmodifiableList(seen);
  }

  /// Opens the first chip whose label is wanted; earlier labels go first.
  ///
  /// @return the file descriptor; −2 where there is no chip at all, −19 where none has the label, else −errno of the last that refused
  int open() {
    seen.clear();
    int best = -Errno.ENOENT;
    int bestRank = labels.size();
    for (Path path : candidates()) {
      int file = LinuxIo.open(path.toString(), LinuxIo.O_RDWR | LinuxIo.O_CLOEXEC);
      int rank = file < 0 ? noted(path, file) : rank(path, file);
      if (rank >= 0 && rank < bestRank) {
        close(best);
        best = file;
        bestRank = rank;
      } else {
        close(file);
        if (best < 0) {
          best = rank < 0 ? rank : best == -Errno.ENOENT ? -Errno.ENODEV : best;
        }
      }
    }
    return best;
  }

  private static void close(int file) {
    if (file >= 0) {
      LinuxIo.close(file);
    }
  }

  private int noted(Path path, int status) {
    seen.add(path.getFileName() + " (" + Errno.name(status) + ")");
    return status;
  }

  /// @return place of its label among the wanted, their number where it is none of them, or −errno
  private int rank(Path path, int file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(GpioAbi.CHIP_BYTES, 8);
      int status = LinuxIo.ioctl(file, GpioAbi.GET_CHIPINFO, info.address());
      if (status < 0) {
        return noted(path, status);
      }
      String label = info.getString(GpioAbi.CHIP_LABEL);
      seen.add(path.getFileName() + " '" + label + "' with " + info.get(JAVA_INT, GpioAbi.CHIP_LINES) + " lines");
      int rank = labels.indexOf(label);
      return rank < 0 ? labels.size() : rank;
    }
  }

  private List<Path> candidates() {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "gpiochip*")) {
      found.forEach(paths::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return List.of();
    }
    Collections.sort(paths);
    return paths;
  }
}
