package io.plumbline.bar.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard streams, UTF-8 whatever the locale, so that output is the same bytes everywhere.
///
/// @param showProgress whether messages go to a terminal
record Console(InputStream in, PrintStream out, PrintStream err, boolean showProgress) {
  /// The streams of this process.
  static Console system() {
    return new Console(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), isErrorTerminal());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// `System.console()` asks for standard input and output, which are redirected just where a progress line is most wanted.
  /// Where there is no such link there is no progress line.
  private static boolean isErrorTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
