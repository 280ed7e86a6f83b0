package io.plumbline.bar.cli;

import io.plumbline.bar.app.BlackBoxSource;
import io.plumbline.bar.app.Software;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.blackbox.BlackBoxFile;
import io.plumbline.blackbox.BlackBoxReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plays a black box: prints what the bar published, under the same keys.
final class BlackBoxReplay {
  private static final String NAME = "plumbline replay: ";

  private final Console console;
  private final @Nullable JsonOutput json;

  BlackBoxReplay(Console console, @Nullable JsonOutput json) {
    this.console = console;
    this.json = json;
  }

  /// The file as a black box, empty where it is none or cannot be looked into.
  static Optional<Path> find(String argument) {
    try {
      Path path = Path.of(argument);
      return Files.isRegularFile(path) && BlackBoxFile.isBlackBox(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException | IOException e) {
      // Whoever opens it as a recording says what is wrong.
      return Optional.empty();
    }
  }

  /// Plays it; returns the exit status.
  int play(Path file) {
    String prefix = NAME + file + ": ";
    try (BlackBoxSource source = BlackBoxSource.open(file)) {
      ProgressLine progress = new ProgressLine(console, file.toFile()::length, source::positionBytes);
      PayloadPrinter printer = new PayloadPrinter(console.out(), json, progress);
      Measurement measurement = new Measurement(source.context(), printer, List.of());
      measurement.begin(Software.version());
      source.play(measurement, () -> {
        progress.tick();
        return !printer.isUnread();
      });
      measurement.finish();
      progress.wipe();
      if (measurement.stream().reps() == 0 && json == null) {
        console.out().println("no rep found in " + source.frames() + " frames");
      }
      return conclude(prefix, source.report());
    } catch (ConfigException e) {
      console.err().println(prefix + e.getMessage());
    } catch (IOException e) {
      console.err().println(prefix + "cannot be read: " + e.getMessage());
    } finally {
      console.out().flush();
      console.err().flush();
    }
    return ExitStatus.UNUSABLE;
  }

  private int conclude(String prefix, BlackBoxReport report) {
    if (report.damageCount() > 0) {
      console.err().println(prefix + "damaged in " + report.damageCount()
          + " places; what is whole was played ('plumbline blackbox verify' says what is lost)");
      return ExitStatus.UNUSABLE;
    }
    return ExitStatus.OK;
  }
}
