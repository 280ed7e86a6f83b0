package io.plumbline.simulator.cli;

import java.io.PrintWriter;
import java.util.Locale;

/// One line that tells how far the work is, on a terminal only.
final class Progress {
  private static final String CLEAR = "\r\u001B[K";
  private final PrintWriter err;
  private final boolean terminal;

  Progress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /// @param atS time within the run, s
  void at(String what, double atS) {
    if (terminal) {
      err.printf(Locale.ROOT, "%sSimulating %s … %.0f s", CLEAR, what, atS);
      err.flush();
    }
  }

  /// A line that stays.
  void done(String line) {
    err.println((terminal ? CLEAR : "") + line);
    err.flush();
  }
}
