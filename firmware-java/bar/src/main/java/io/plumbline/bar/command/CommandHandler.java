package io.plumbline.bar.command;

import io.plumbline.contract.payload.Command;

/// Carries commands out, one after the other on the thread of the commands, which may wait a while.
@FunctionalInterface
public interface CommandHandler {
  /// Carries a command out.
  Answer carryOut(Command command) throws InterruptedException;
}
