package io.plumbline.bar.cli;

import io.plumbline.bar.app.SessionChange;
import io.plumbline.bar.blackbox.BlackBoxSurvey;
import io.plumbline.bar.blackbox.StreamTally;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.blackbox.BlackBoxEvent;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxReport;
import io.plumbline.core.raw.RawStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `blackbox info`: what is in recordings.
@Command(name = "info", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = "Shows what a recording says about itself, and what is in it.", footerHeading = "%nExamples:%n", footer = {
    "  plumbline blackbox info plumbline-00000042-bar-1.plbb",
    "  plumbline blackbox info --texts plumbline-00000042-bar-1.plbb"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
        "0:shown, also where it is damaged (see verify)", "2:a file cannot be used"})
final class BlackBoxInfoCommand implements Callable<Integer> {
  @ParentCommand
  private @Nullable BlackBoxCommand parent;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Black boxes.")
  private List<String> files = List.of();

  @Option(names = "--texts", description = "Print the configuration and the calibration too.")
  private boolean texts;

  @Override
  public Integer call() {
    Console console = Objects.requireNonNull(parent).console();
    return BlackBoxFiles.each("plumbline blackbox info", files, console, file -> show(file, console));
  }

  private int show(BlackBoxArgument file, Console console) throws IOException {
    BlackBoxSurvey survey = new BlackBoxSurvey(file.header());
    BlackBoxFiles.read(file, console, survey::accept);
    BlackBoxReport report = file.reader().report();
    PrintStream out = console.out();
    out.println(file.name() + " (" + String.format(Locale.ROOT, "%.2f MB", report.bytes() / 1e6) + ")");
    header(file, out);
    out.printf(Locale.ROOT, "  %-16s %-14s %10s %10s %10s %9s %8s %8s %8s%n", "stream", "chip", "samples", "duration s",
        "rate Hz", "nominal", "lost", "clipped", "starts");
    survey.streams().forEach(stream -> row(stream, out));
    file.changes().forEach(change -> out.println("  change " + text(change, file.header().start().monotonicNs())));
    if (file.events() > 0) {
      out.println("  " + BlackBoxText.count(file.events(), "event"));
    }
    if (report.rows() > 0) {
      out.printf(Locale.ROOT, "  %.1f bytes a sample%n", (double) report.bytes() / report.rows());
    }
    out.println("  " + BlackBoxText.verdict(report));
    if (texts) {
      text("configuration", file.header().configuration(), out);
      text("calibration", file.header().calibration(), out);
    }
    return ExitStatus.OK;
  }

  private static void header(BlackBoxArgument file, PrintStream out) {
    BlackBoxHeader header = file.header();
    line(out, "bar", header.barId());
    line(out, "journal", header.journalId() + ", file " + file.reader().fileNumber());
    line(out, "software", header.softwareVersion() + (header.gitCommit().isEmpty() ? "" : ", " + header.gitCommit()));
    Instant start = Instant.ofEpochMilli(header.start().wallMs()).truncatedTo(ChronoUnit.SECONDS);
    line(out, "began",
        start + (header.start().isSynchronised() ? "" : " (the clock was not synchronised: it may be wrong by years)"));
    header.metadata().forEach((key, value) -> line(out, key, value));
    line(out, "calibration",
        header.calibrationIds().isEmpty() ? "none" : String.join(", ", header.calibrationIds()));
  }

  private static void line(PrintStream out, String key, String value) {
    out.printf(Locale.ROOT, "  %-16s %s%n", BlackBoxText.printable(key), BlackBoxText.printable(value));
  }

  private static void row(StreamTally tally, PrintStream out) {
    RawStream stream = tally.stream();
    out.printf(Locale.ROOT, "  %-16s %-14s %10d %10.2f %10s %9s %8d %8d %8d%n", BlackBoxText.printable(tally.name()),
        stream == null ? "?" : BlackBoxText.printable(stream.chip()), tally.samples(), tally.durationS(),
        Double.isNaN(tally.rateHz()) ? "–" : String.format(Locale.ROOT, "%.2f", tally.rateHz()),
        stream == null ? "?" : String.format(Locale.ROOT, "%.0f", stream.nominalRateHz()), tally.lost(),
        tally.clipped(), tally.restarts());
  }

  private static String text(BlackBoxEvent change, long startNs) {
    try {
      return BlackBoxText.printable(SessionChange.of(change).text(startNs));
    } catch (ConfigException e) {
      return BlackBoxText.printable("that cannot be read: " + e.getMessage());
    }
  }

  private static void text(String title, String text, PrintStream out) {
    out.println("  " + title + ":");
    text.lines().forEach(line -> out.println("    " + BlackBoxText.printable(line)));
  }
}
