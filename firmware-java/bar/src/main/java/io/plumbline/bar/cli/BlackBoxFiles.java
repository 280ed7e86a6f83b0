package io.plumbline.bar.cli;

import io.plumbline.blackbox.BlackBoxReader;
import io.plumbline.core.raw.RawBatch;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Goes through the files that a command line names, one after the other.
final class BlackBoxFiles {
  private static final int BATCH_ROWS = 1024;

  private BlackBoxFiles() {}

  /// What a command does with a file.
  @FunctionalInterface
  interface Use {
    /// Returns the exit status for this file.
    int apply(BlackBoxArgument file) throws IOException;
  }

  /// Uses each file, says which cannot be used, and gives the worst exit status.
  static int each(String command, List<String> arguments, Console console, Use use) {
    int worst = ExitStatus.OK;
    for (String argument : arguments) {
      int status;
      try (BlackBoxArgument file = BlackBoxArgument.open(argument)) {
        status = use.apply(file);
      } catch (BlackBoxArgument.UnusableException e) {
        status = refuse(console, command, argument, BlackBoxArgument.reason(e));
      } catch (IOException e) {
        status = refuse(console, command, argument, "cannot be read: " + BlackBoxArgument.reason(e));
      }
      worst = Math.max(worst, status);
    }
    console.out().flush();
    console.err().flush();
    return worst;
  }

  /// Says on one line why something cannot be used.
  static int refuse(Console console, String command, String argument, String reason) {
    console.err().println(command + ": " + argument + ": " + reason);
    console.err().flush();
    return ExitStatus.UNUSABLE;
  }

  /// Reads a file to its end.
  static void read(BlackBoxArgument file, Console console, Consumer<RawBatch> rows) throws IOException {
    BlackBoxReader reader = file.reader();
    ProgressLine progress = new ProgressLine(console, file::bytes, reader::positionBytes);
    RawBatch batch = new RawBatch(BATCH_ROWS);
    while (reader.next(batch)) {
      rows.accept(batch);
      progress.tick();
    }
    progress.wipe();
  }
}
