package io.plumbline.bar.cli;

import io.plumbline.bar.recording.RecordingInput;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/// A progress line on a terminal that the results may share: it is wiped before anything else is printed. Costs nothing where there is no
/// terminal.
final class ProgressLine {
  private static final int WIDTH = 30;
  private static final int FRAMES_BETWEEN_LOOKS = 1000;
  private static final long PERIOD_NS = 100_000_000L;
  private static final double BYTES_PER_MB = 1e6;

  private final PrintStream err;
  private final boolean enabled;
  private final LongSupplier totalBytes;
  private final LongSupplier readBytes;
  private int frames;
  private long nextNs = Long.MIN_VALUE;
  private boolean shown;

  ProgressLine(Console console, RecordingInput input) {
    this(console, input::totalBytes, input::readBytes);
  }

  /// @param totalBytes what there is to read; not above 0 where that is not known
  /// @param readBytes  what was read so far
  ProgressLine(Console console, LongSupplier totalBytes, LongSupplier readBytes) {
    this.err = console.err();
    this.enabled = console.showProgress();
    this.totalBytes = totalBytes;
    this.readBytes = readBytes;
  }

  /// To be called for each frame.
  void tick() {
    if (enabled && ++frames % FRAMES_BETWEEN_LOOKS == 0) {
      long nowNs = System.nanoTime();
      if (nextNs == Long.MIN_VALUE || nowNs - nextNs >= 0) {
        nextNs = nowNs + PERIOD_NS;
        show();
      }
    }
  }

  private void show() {
    long total = totalBytes.getAsLong();
    long read = readBytes.getAsLong();
    String text = String.format(Locale.ROOT, "%.1f MB", read / BYTES_PER_MB);
    if (total > 0) {
      double part = Math.min(1, (double) read / total);
      int filled = (int) Math.round(part * WIDTH);
      text = "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + Math.round(100 * part) + " % of "
          + String.format(Locale.ROOT, "%.1f MB", total / BYTES_PER_MB);
    }
    err.print("\r\033[K" + text);
    err.flush();
    shown = true;
  }

  /// Makes room for something else.
  void wipe() {
    if (shown) {
      err.print("\r\033[K");
      err.flush();
      shown = false;
    }
  }
}
