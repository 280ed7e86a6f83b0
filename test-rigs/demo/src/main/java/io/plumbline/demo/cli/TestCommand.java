package io.plumbline.demo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plumbline test`, as help and completion show it. The launcher itself carries it out: the program cannot build the program.
@Command(name = "test", description = "Builds everything and runs all checks and tests.", mixinStandardHelpOptions = true, sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  ./plumbline test", "  ./plumbline test --slow", "  ./plumbline test -pl firmware-java/core -am",
    "  ./plumbline test -pl test-rigs/simulator -Dtest=VelocityCurveTest"})
final class TestCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--slow", description = "The long campaigns too.")
  private boolean slow;

  @Parameters(paramLabel = "MAVEN_ARGUMENT", description = "Handed on to Maven.", arity = "0..*")
  private List<String> mavenArguments = List.of();

  @Override
  public Integer call() {
    List<String> words = new ArrayList<>(List.of("./plumbline", "test"));
    if (slow) {
      words.add("--slow");
    }
    words.addAll(mavenArguments);
    throw new ParameterException(spec.commandLine(), "is carried out by the launcher: " + String.join(" ", words));
  }
}
