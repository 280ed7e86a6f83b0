package io.plumbline.bar.command;

import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The latest commands with their results, so that one that comes twice is done once. For one thread.
final class ResultMemory {
  /// So many are remembered.
  static final int MOST = 64;

  private final Map<String, Known> known = new LinkedHashMap<>();

  /// @param command null for that of an earlier run, of which only the id is known
  /// @param result  null while it is under way
  private record Known(@Nullable Command command, @Nullable CommandResult result) {
    boolean isAbout(Command other) {
      return command == null ? ends(other) : command.equals(other);
    }

    /// Only these are remembered beyond the end of the program, because they end it.
    private static boolean ends(Command other) {
      return other instanceof Command.Restart || other instanceof Command.Calibrate;
    }
  }

  /// Remembers that a command has begun and is not answered yet.
  void begin(Command command) {
    put(command.correlationId(), new Known(command, null));
  }

  /// Remembers a result, and forgets the oldest where there are too many.
  void keep(Command command, CommandResult result) {
    put(command.correlationId(), new Known(command, result));
  }

  /// Remembers what an earlier run has done under an id.
  void keepEarlier(CommandResult result) {
    put(result.correlationId(), new Known(null, result));
  }

  private void put(String correlationId, Known what) {
    known.put(correlationId, what);
    Iterator<Known> oldestFirst = known.values().iterator();
    while (known.size() > MOST && oldestFirst.hasNext()) {
      if (oldestFirst.next().result != null) {
        oldestFirst.remove();
      }
    }
  }

  /// Whether it has begun and will be answered when it has ended.
  boolean isUnderWay(Command command) {
    Known before = known.get(command.correlationId());
    return before != null && before.result == null && before.isAbout(command);
  }

  /// What became of a command; null where it is a new one. Another command under the same id is refused.
  @Nullable
  CommandResult find(Command command) {
    Known before = known.get(command.correlationId());
    if (before == null) {
      return null;
    }
    CommandResult result = before.result;
    return result != null && before.isAbout(command)
        ? result
        : Answer.refused("this correlation id was used for another request: take a new one for each")
            .result(command.correlationId());
  }
}
