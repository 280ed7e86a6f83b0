package io.plumbline.daemon.app;

import io.plumbline.daemon.store.BackupProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/// How far a copy is, on one line that changes, where somebody looks at a terminal.
final class CopyProgress implements BackupProgress {
  private final PrintWriter err;
  private final boolean wanted;
  private String shown = "";

  CopyProgress(PrintWriter err) {
    this(err, isTerminal());
  }

  CopyProgress(PrintWriter err, boolean wanted) {
    this.err = err;
    this.wanted = wanted;
  }

  /// Where there is none, Java 25 gives null again, as before 22.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public void at(String step, long doneBytes, long ofBytes) {
    String text = doneBytes == 0
        ? String.format(Locale.ROOT, "%s %.1f MB", step, ofBytes / 1e6)
        : String.format(Locale.ROOT, "%s %.1f of about %.1f MB", step, doneBytes / 1e6, ofBytes / 1e6);
    if (wanted && !text.equals(shown)) {
      shown = text;
      err.print("\r" + text + "\u001b[K");
      err.flush();
    }
  }

  /// Makes room for what is said next.
  void end() {
    if (!shown.isEmpty()) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
