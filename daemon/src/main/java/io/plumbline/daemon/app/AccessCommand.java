package io.plumbline.daemon.app;

import io.plumbline.daemon.broker.access.AccessFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// What the commands around the access file have in common: they work beside a running daemon, in its data folder.
abstract class AccessCommand implements Callable<Integer> {
  static final int UNUSABLE = 2;

  @Spec
  private @Nullable CommandSpec spec;

  @ParentCommand
  private @Nullable DaemonCommand daemon;

  /// Why a command cannot do what it is told; the message is one line for a person.
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  abstract void run(Path keys, AccessFile file) throws IOException, RefusedException;

  @Override
  public Integer call() {
    DaemonCommand parent = daemon;
    if (parent == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    try {
      Path data = parent.dataFolder();
      if (!Files.isDirectory(data)) {
        throw new RefusedException("there is no data folder " + data
            + ": name the daemon's with --data (the installed service's is /var/lib/plumbline-daemon)");
      }
      Path keys = data.resolve(BrokerPart.KEYS);
      run(keys, new AccessFile(keys));
      return 0;
    } catch (IOException | RefusedException e) {
      line().getErr().println("daemon " + line().getCommandName() + ": " + e.getMessage());
      return UNUSABLE;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line(), String.valueOf(e.getMessage()), e);
    } finally {
      line().getOut().flush();
      line().getErr().flush();
    }
  }

  void say(String text) {
    line().getOut().println(text);
  }

  /// Beside the result: standard output has only what another program may want.
  void explain(String text) {
    line().getErr().println(text);
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    return spec.commandLine();
  }
}
