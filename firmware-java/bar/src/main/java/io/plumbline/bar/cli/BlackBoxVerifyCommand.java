package io.plumbline.bar.cli;

import io.plumbline.blackbox.BlackBoxReport;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `blackbox verify`: whether recordings are as they were written.
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = "Checks every byte, and says what was lost and what was saved.", footerHeading = "%nExamples:%n", footer = {
    "  plumbline blackbox verify plumbline-00000042-bar-1.plbb",
    "  plumbline blackbox verify recordings/*.plbb"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
        "0:all files are whole",
        "1:a file is damaged or was not closed", "2:a file cannot be used at all"})
final class BlackBoxVerifyCommand implements Callable<Integer> {
  @ParentCommand
  private @Nullable BlackBoxCommand parent;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Black boxes.")
  private List<String> files = List.of();

  @Override
  public Integer call() {
    Console console = Objects.requireNonNull(parent).console();
    return BlackBoxFiles.each("plumbline blackbox verify", files, console, file -> verify(file, console));
  }

  private static int verify(BlackBoxArgument file, Console console) throws IOException {
    BlackBoxFiles.read(file, console, rows -> {});
    BlackBoxReport report = file.reader().report();
    console.out().println(file.name() + ": " + BlackBoxText.verdict(report));
    BlackBoxText.places(report, console.out());
    if (report.droppedRows() > 0) {
      console.out()
          .println("  the recorder itself dropped " + BlackBoxText.count(report.droppedRows(), "sample")
              + ", as the disk was full or failed");
    }
    return report.isWhole() ? ExitStatus.OK : ExitStatus.NOT_DONE;
  }
}
