package io.plumbline.bar.cli;

import io.plumbline.bar.app.JournalIds;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.recording.RecordingInput;
import io.plumbline.bar.recording.RecordingReader;
import io.plumbline.bar.recording.UnusableRecordingException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// The recording that a command line names, opened, and what is said of it on standard error.
final class RecordingArgument implements Closeable {
  private static final String STANDARD_INPUT = "-";

  private final String prefix;
  private final Console console;
  private final RecordingInput input;
  private final RecordingReader reader;
  private final String journalId;
  private int noticesTold;

  private RecordingArgument(String prefix, Console console, RecordingInput input, RecordingReader reader,
      String journalId) {
    this.prefix = prefix;
    this.console = console;
    this.input = input;
    this.reader = reader;
    this.journalId = journalId;
  }

  /// What a command does with an opened recording.
  @FunctionalInterface
  interface Use {
    /// Returns the exit status, as far as it is not the recording's fault.
    int apply(RecordingArgument recording) throws IOException, ConfigException;
  }

  /// Opens the recording, uses it and says on one line what was wrong with it.
  ///
  /// @param command  the command's name, for messages
  /// @param argument a path, or `-` for standard input
  /// @return the exit status
  static int use(String command, String argument, StreamOptions options, Console console, Use use) {
    boolean piped = argument.equals(STANDARD_INPUT);
    String prefix = command + ": " + (piped ? "standard input" : argument) + ": ";
    try (RecordingArgument recording = open(prefix, argument, piped, options.asNew(), console)) {
      recording.tellNotices();
      int status = use.apply(recording);
      recording.tellNotices();
      int verdict = recording.conclude(options.lenient());
      return verdict == ExitStatus.OK ? status : verdict;
    } catch (UnusableRecordingException e) {
      console.err().println(prefix + e.getMessage());
    } catch (ConfigException e) {
      console.err().println(command + ": " + e.getMessage());
    } catch (InvalidPathException e) {
      console.err().println(prefix + "is no path; check its spelling");
    } catch (IOException e) {
      console.err().println(prefix + "cannot be read: " + e.getMessage());
    } finally {
      console.out().flush();
      console.err().flush();
    }
    return ExitStatus.UNUSABLE;
  }

  private static RecordingArgument open(String prefix, String argument, boolean piped, boolean asNew, Console console)
      throws UnusableRecordingException, IOException {
    RecordingInput input = piped ? RecordingInput.of(console.in()) : RecordingInput.open(Path.of(argument));
    RecordingReader reader = RecordingReader.open(input);
    try {
      String journalId = piped || asNew ? JournalIds.fresh() : JournalIds.ofRecording(Path.of(argument));
      return new RecordingArgument(prefix, console, input, reader, journalId);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  RecordingInput input() {
    return input;
  }

  RecordingReader reader() {
    return reader;
  }

  /// The journal of its summaries.
  String journalId() {
    return journalId;
  }

  /// Says something about this recording that does not stop it.
  void notice(String text) {
    console.err().println(prefix + "notice: " + text);
  }

  private void tellNotices() {
    List<String> notices = reader.notices();
    notices.stream().skip(noticesTold).forEach(this::notice);
    noticesTold = notices.size();
  }

  private int conclude(boolean lenient) {
    if (reader.defects().total() > 0) {
      String played = reader.rows() == 0 ? "no row is good" : "the other " + reader.rows() + " rows were played";
      console.err().println(prefix + reader.defects().summary() + "; " + played);
      return lenient && reader.rows() > 0 ? ExitStatus.OK : ExitStatus.UNUSABLE;
    }
    if (reader.rows() == 0) {
      console.err().println(prefix + "has no rows; is it whole?");
      return ExitStatus.UNUSABLE;
    }
    return ExitStatus.OK;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
