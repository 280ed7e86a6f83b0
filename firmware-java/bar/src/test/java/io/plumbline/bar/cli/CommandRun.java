package io.plumbline.bar.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import picocli.CommandLine;

/// What a command printed and how it ended.
record CommandRun(int status, String out, String err) {
  static CommandRun of(Function<Console, Object> command, InputStream in, boolean terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    CommandLine line = new CommandLine(command.apply(new Console(in, outStream, errStream, terminal)));
    line.setOut(new PrintWriter(outStream, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(errStream, true, StandardCharsets.UTF_8));
    int status = line.execute(arguments);
    return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static CommandRun replay(String... arguments) {
    return of(ReplayCommand::new, new ByteArrayInputStream(new byte[0]), false, arguments);
  }

  static CommandRun replayOf(InputStream in, String... arguments) {
    return of(ReplayCommand::new, in, false, arguments);
  }

  static CommandRun bar(String... arguments) {
    return of(BarCommand::new, new ByteArrayInputStream(new byte[0]), false, arguments);
  }
}
