package io.plumbline.daemon.app;

import io.plumbline.daemon.serial.SyncReport;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/// One line that changes, where somebody looks at a terminal.
final class SyncProgress {
  private static final long PERIOD_NS = 200_000_000L;

  private final PrintWriter err;
  private final LongSupplier clockNs;
  private final boolean wanted;
  private final long startNs;
  private long nextNs;
  private boolean shown;

  SyncProgress(PrintWriter err, LongSupplier clockNs) {
    this.err = err;
    this.clockNs = clockNs;
    this.wanted = isTerminal();
    this.startNs = clockNs.getAsLong();
    this.nextNs = startNs;
  }

  /// Where there is none, Java 25 gives null again, as before 22.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  void show(SyncReport report) {
    long nowNs = clockNs.getAsLong();
    if (!wanted || nowNs - nextNs < 0) {
      return;
    }
    nextNs = nowNs + PERIOD_NS;
    shown = true;
    err.print("\r" + text(report, nowNs - startNs) + "\u001b[K");
    err.flush();
  }

  static String text(SyncReport report, long elapsedNs) {
    return String.format(Locale.ROOT, "%d entries, %.1f kB, %.1f kB/s; %d wait", report.entries(), report.bytes() / 1e3,
        report.bytes() * 1e6 / Math.max(1, elapsedNs), report.left());
  }

  /// Makes room for what is said next.
  void end() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
