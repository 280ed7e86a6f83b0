package io.plumbline.bar.command;

import io.plumbline.contract.payload.Command;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries commands out, one after the other on the thread of the commands, which may wait a while.
@FunctionalInterface
public interface CommandHandler {
  /// Carries a command out, or begins to.
  ///
  /// @param later takes the rest of a command that takes longer than anybody should wait for
  /// @return null where the rest gives the answer
  @Nullable
  Answer carryOut(Command command, Later later) throws InterruptedException;

  /// Where the rest of a command goes.
  @FunctionalInterface
  interface Later {
    /// Has the rest done on the thread of the commands, which then answers. Called once, by any thread; never waits.
    void conclude(Supplier<Answer> rest);
  }
}
