package io.plumbline.bar.health;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads how the computer is from the kernel's files; what there is no file for is not known. May wait for a slow disk. Thread-safe.
public final class BoardReader {
  private static final Path TEMPERATURE = Path.of("sys/class/thermal/thermal_zone0/temp");
  /// The firmware's flags, hexadecimal (drivers/firmware/raspberrypi.c).
  private static final Path THROTTLED = Path.of("sys/devices/platform/soc/soc:firmware/get_throttled");
  private static final Path SUPPLIES = Path.of("sys/class/power_supply");
  private static final double C_PER_MILLIDEGREE = 1e-3;

  private final Path root;

  /// @param root of the file tree, `/` but for tests
  public BoardReader(Path root) {
    this.root = root;
  }

  /// Looks now.
  ///
  /// @param folders whose disks may not be full
  public Signs.Board read(List<Path> folders) {
    double temperatureC = number(root.resolve(TEMPERATURE), 10) * C_PER_MILLIDEGREE;
    double throttled = number(root.resolve(THROTTLED), 16);
    Battery battery = battery();
    long freeBytes = -1;
    String fullest = "";
    for (Path folder : folders) {
      long bytes = freeBytes(folder);
      if (bytes >= 0 && (freeBytes < 0 || bytes < freeBytes)) {
        freeBytes = bytes;
        fullest = folder.toString();
      }
    }
    return new Signs.Board(temperatureC, Double.isNaN(throttled) ? -1 : (int) throttled, battery.percent,
        battery.charging, freeBytes, fullest);
  }

  /// The emptiest battery of the computer; those of its mice and keyboards do not count.
  private record Battery(double percent, boolean charging) {}

  private Battery battery() {
    Battery emptiest = new Battery(Double.NaN, false);
    try (DirectoryStream<Path> supplies = Files.newDirectoryStream(root.resolve(SUPPLIES))) {
      for (Path supply : supplies) {
        double percent = number(supply.resolve("capacity"), 10);
        boolean other = "Device".equals(text(supply.resolve("scope")));
        if (!other && percent >= 0 && percent <= 100 && !(percent >= emptiest.percent)) {
          String status = text(supply.resolve("status"));
          emptiest = new Battery(percent, "Charging".equals(status) || "Full".equals(status));
        }
      }
    } catch (IOException e) {
      // A computer without such a folder has no battery.
      return emptiest;
    }
    return emptiest;
  }

  private static double number(Path file, int radix) {
    String text = text(file);
    if (text == null) {
      return Double.NaN;
    }
    try {
      return Long.parseLong(text.startsWith("0x") ? text.substring(2) : text, radix);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// Null where there is no such file, or a driver does not answer.
  private static @Nullable String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file).strip() : null;
    } catch (IOException e) {
      return null;
    }
  }

  /// Of the disk on which the folder is or would be made; −1 where that is not known.
  private static long freeBytes(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      Path above = there.getParent();
      if (above == null) {
        return -1;
      }
      there = above;
    }
    try {
      return Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      return -1;
    }
  }
}
