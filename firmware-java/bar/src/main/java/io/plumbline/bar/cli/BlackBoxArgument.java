package io.plumbline.bar.cli;

import io.plumbline.blackbox.BlackBoxEvent;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A black box that a command line names, opened, or a line that says why it cannot be used.
final class BlackBoxArgument implements Closeable {
  /// More are not listed.
  private static final int MOST_CHANGES = 100;

  private final String name;
  private final BlackBoxReader reader;
  private final BlackBoxHeader header;
  private final long bytes;
  private final AtomicLong events;
  private final List<BlackBoxEvent> changes;

  private BlackBoxArgument(String name, BlackBoxReader reader, BlackBoxHeader header, long bytes,
      AtomicLong events, List<BlackBoxEvent> changes) {
    this.changes = changes;
    this.name = name;
    this.reader = reader;
    this.header = header;
    this.bytes = bytes;
    this.events = events;
  }

  /// A file that is no black box. The message is one line: reason and mend.
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String reason) {
      super(reason);
    }
  }

  static BlackBoxArgument open(String argument) throws UnusableException {
    try {
      Path file = Path.of(argument);
      if (!Files.exists(file)) {
        throw new UnusableException("no such file; check the path");
      }
      if (!Files.isRegularFile(file)) {
        throw new UnusableException(
            Files.isDirectory(file) ? "is a directory; name the files in it" : "is no regular file; copy it into one");
      }
      if (!Files.isReadable(file)) {
        throw new UnusableException("may not be read; check its permissions");
      }
      return open(argument, file);
    } catch (InvalidPathException e) {
      throw new UnusableException("is no path; check its spelling");
    } catch (IOException e) {
      throw new UnusableException("cannot be read: " + reason(e));
    }
  }

  private static BlackBoxArgument open(String argument, Path file) throws UnusableException, IOException {
    AtomicLong events = new AtomicLong();
    List<BlackBoxEvent> changes = new ArrayList<>();
    BlackBoxReader reader = BlackBoxReader.open(file, event -> {
      if (!event.kind().equals(BlackBoxEvent.CHANGE)) {
        events.incrementAndGet();
      } else if (changes.size() < MOST_CHANGES && !changes.contains(event)) {
        changes.add(event);
      }
    });
    try {
      BlackBoxHeader header = reader.header();
      if (header == null) {
        throw new UnusableException(refusal(reader, file));
      }
      return new BlackBoxArgument(argument, reader, header, Files.size(file), events, changes);
    } catch (UnusableException | IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static String refusal(BlackBoxReader reader, Path file) throws IOException {
    if (Files.size(file) == 0) {
      return "is empty: the power was cut before anything was written";
    }
    return reader.isNewerFormat()
        ? "is of a newer format than this build reads; update plumbline"
        : "has no header of a black box in it; is it one? A recording in CSV is for 'plumbline replay'";
  }

  static String reason(@Nullable Exception failure) {
    String message = failure == null ? null : failure.getMessage();
    return message == null ? String.valueOf(failure) : message;
  }

  String name() {
    return name;
  }

  BlackBoxReader reader() {
    return reader;
  }

  BlackBoxHeader header() {
    return header;
  }

  long bytes() {
    return bytes;
  }

  /// What commands have changed, as far as it was read, the first ones.
  List<BlackBoxEvent> changes() {
    return List.copyOf(changes);
  }

  /// Other events that were read so far.
  long events() {
    return events.get();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
