package io.plumbline.daemon.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// One line an event, on standard error: our own from INFO, the libraries' from WARNING.
public final class DaemonLogging {
  /// Levels are kept by loggers, which the log manager may otherwise forget.
  private static final List<Logger> HELD = new ArrayList<>();

  private DaemonLogging() {}

  /// How an event is written.
  enum Format {
    /// To be read by people.
    TEXT,
    /// To be read by programs.
    JSON
  }

  /// Sets up the process's logging.
  ///
  /// @param verbose also our own DEBUG and the libraries' INFO
  public static void install(boolean verbose) {
    install(verbose, Format.TEXT);
  }

  static synchronized void install(boolean verbose, Format format) {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler console = new ConsoleHandler();
    console.setLevel(Level.ALL);
    console.setFormatter(format == Format.JSON ? new JsonLine() : new OneLine());
    // A client that leaves while the broker stops: Artemis calls that an error, at every other stop.
    console.setFilter(event -> !String.valueOf(event.getMessage()).startsWith("AMQ834001"));
    root.addHandler(console);
    root.setLevel(verbose ? Level.INFO : Level.WARNING);
    level("io.plumbline", verbose ? Level.FINE : Level.INFO);
    // Says at each start what our security, clustering and native I/O are not; we chose so.
    level("org.apache.activemq.artemis", verbose ? Level.INFO : Level.SEVERE);
    // Logs the taken port that we say in a line of our own.
    level("io.javalin", verbose ? Level.INFO : Level.OFF);
    // Networks come and go; what could not be announced at all is said in a line of our own.
    level("javax.jmdns", verbose ? Level.INFO : Level.OFF);
    level("org.flywaydb", verbose ? Level.INFO : Level.SEVERE);
  }

  private static void level(String name, Level level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(level);
    HELD.add(logger);
  }

  private static final class OneLine extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
        .withZone(ZoneId.systemDefault());

    @Override
    public String format(LogRecord event) {
      String name = String.valueOf(event.getLoggerName());
      String line = TIME.format(Instant.ofEpochMilli(event.getMillis())) + " " + event.getLevel() + " "
          + name.substring(name.lastIndexOf('.') + 1) + ": " + formatMessage(event).replaceAll("\\R", " ");
      Throwable thrown = event.getThrown();
      return thrown == null ? line + "\n" : line + " (" + thrown + at(thrown) + ")\n";
    }

    /// Where it came from: enough to find the place, on the same line.
    private static String at(Throwable thrown) {
      StackTraceElement[] trace = thrown.getStackTrace();
      return trace.length == 0 ? "" : " at " + trace[0];
    }
  }
}
