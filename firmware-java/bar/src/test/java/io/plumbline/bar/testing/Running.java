package io.plumbline.bar.testing;

import io.plumbline.bar.app.BarProgram;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// Runs a bar's program beside the test, on a thread of its own.
public final class Running {
  private Running() {}

  /// Starts it.
  ///
  /// @return done with the program's outcome, or with what it failed of
  public static CompletableFuture<BarProgram.Outcome> start(BarProgram program) {
    CompletableFuture<BarProgram.Outcome> ended = new CompletableFuture<>();
    Thread.ofPlatform().daemon(true).start(() -> {
      try {
        ended.complete(program.run());
      } catch (IOException | RuntimeException | Error e) {
        ended.completeExceptionally(e);
      }
    });
    return ended;
  }
}
