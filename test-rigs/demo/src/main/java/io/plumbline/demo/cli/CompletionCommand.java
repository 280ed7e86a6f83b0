package io.plumbline.demo.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plumbline completion`: the script that lets a shell complete commands and options.
@Command(name = "completion", description = "Prints a completion script for bash and zsh.", mixinStandardHelpOptions = true, footerHeading = "%nExamples:%n", footer = {
    "  source <(./plumbline completion)                                                  this shell",
    "  ./plumbline completion > ~/.local/share/bash-completion/completions/plumbline      every bash",
    "  echo 'source <(/path/to/plumbline completion)' >> ~/.zshrc                         every zsh"})
final class CompletionCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("# Completion of ./plumbline for bash and zsh. Use: source <(./plumbline completion)");
    out.print(AutoComplete.bash("plumbline", spec.root().commandLine()));
    out.flush();
  }
}
