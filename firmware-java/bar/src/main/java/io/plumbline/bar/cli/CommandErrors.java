package io.plumbline.bar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Every error is one line on standard error; what was asked wrongly ends with 2, what went wrong with 1.
///
/// @param trace whether stack traces follow
public record CommandErrors(boolean trace) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    report(command, oneLine(exception) + hint(exception), exception);
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
    report(command, oneLine(exception) + (trace ? "" : " (PLUMBLINE_DEBUG=1 shows where)"), exception);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private void report(CommandLine command, String message, Exception exception) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().qualifiedName() + ": " + message);
    if (trace) {
      exception.printStackTrace(err);
    }
    err.flush();
  }

  private static String oneLine(Exception exception) {
    String message = exception.getMessage();
    if (message == null || message.isBlank()) {
      return "failed with " + exception.getClass().getSimpleName();
    }
    return message.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String hint(ParameterException exception) {
    String help = "; " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help lists what there is";
    if (exception instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        return "; did you mean " + suggestions.stream().limit(3).collect(Collectors.joining(" or ")) + "?";
      }
      return help;
    }
    return help;
  }
}
