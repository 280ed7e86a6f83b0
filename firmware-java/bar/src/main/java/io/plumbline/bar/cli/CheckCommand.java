package io.plumbline.bar.cli;

import io.plumbline.bar.app.CheckBench;
import io.plumbline.bar.app.Pins;
import io.plumbline.bar.check.BoardCheck;
import io.plumbline.bar.check.CheckTable;
import io.plumbline.bar.check.ChipFinding;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `bar check`: are the chips there, and do they do what their data sheets say.
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class, sortOptions = false, description = {
    "Finds and tests the bar's chips.",
    "Measures noise, rate and temperature while the bar lies still, runs their self-tests,",
    "and prints a table with what to do where something is not as it should be. Takes up to 13 s.",
    "On a Raspberry Pi it also looks whether /boot/firmware switches the buses on."}, footerHeading = "%nExamples:%n", footer = {
        "  plumbline bar check", "  plumbline bar check --config /etc/plumbline/bar.toml",
        "  plumbline bar check --virtual",
        "  plumbline bar check --virtual --fault 'left-imu: wrong identity'"}, exitCodeListHeading = "%nExit status:%n", exitCodeList = {
            "0:chips and board are as they should be", "1:something has to be looked at", "2:unusable configuration"})
final class CheckCommand implements Callable<Integer> {
  private static final String NAME = "plumbline bar check";
  private static final String USUAL_SCENARIO = "at-rest";

  private final Console console;

  @Mixin
  private HardwareOptions hardware = new HardwareOptions();

  CheckCommand() {
    this(Console.system());
  }

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<String> contradiction = hardware.contradiction();
    if (contradiction.isPresent()) {
      return refuse(contradiction.get());
    }
    // Nobody waits for virtual chips: their time goes as fast as it can.
    try (Pins pins = hardware.open(USUAL_SCENARIO, true)) {
      BarConfig config = hardware.config(pins.configuration(), Optional.empty(), 0, Optional.empty(), null,
          line -> tell(NAME + ": " + line));
      List<ChipFinding> findings = CheckBench.run(config, pins, this::tell);
      CheckTable.lines(findings).forEach(console.out()::println);
      List<String> board = hardware.isVirtual() ? List.of() : BoardCheck.advice(config, BoardCheck.FOLDER);
      board.forEach(line -> console.out().println("  board: " + line));
      console.out().flush();
      boolean good = findings.stream().allMatch(finding -> finding.verdict() == ChipFinding.Verdict.GOOD)
          && board.isEmpty();
      return good ? ExitStatus.OK : ExitStatus.NOT_DONE;
    } catch (ConfigException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
  }

  private int refuse(String reason) {
    tell(NAME + ": " + reason);
    return ExitStatus.UNUSABLE;
  }

  private void tell(String line) {
    console.err().println(line);
    console.err().flush();
  }
}
