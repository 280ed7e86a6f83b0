package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Tells bars what to do. Any number of callers at once.
public interface BarCommands {
  /// Sends a command and waits a few seconds for the bar's answer.
  ///
  /// @return null where none came: the bar is away
  /// @throws IOException where the broker cannot be reached; the message is one line for a person
  @Nullable
  CommandResult tell(String barId, Command command) throws IOException, InterruptedException;
}
