package io.plumbline.bar.command;

import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The latest commands with their results, so that one that comes twice is done once. For one thread.
final class ResultMemory {
  /// So many are remembered.
  static final int MOST = 64;

  private final Map<String, Known> known = new LinkedHashMap<>();

  private record Known(Command command, CommandResult result) {}

  /// Remembers a result, and forgets the oldest where there are too many.
  void keep(Command command, CommandResult result) {
    known.put(command.correlationId(), new Known(command, result));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  /// What became of a command; null where it is a new one. Another command under the same id is refused.
  @Nullable
  CommandResult find(Command command) {
    Known before = known.get(command.correlationId());
    if (before == null) {
      return null;
    }
    return before.command.equals(command)
        ? before.result
        : Answer.refused("this correlation id was used for another request: take a new one for each")
            .result(command.correlationId());
  }
}
