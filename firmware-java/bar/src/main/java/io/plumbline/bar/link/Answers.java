package io.plumbline.bar.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Results of commands, in their order, until the broker has acknowledged them. Of too many the oldest go: whoever asked has given up by then.
/// Thread-safe; no call waits for the network.
final class Answers {
  private static final int MOST = 64;

  private final Deque<Answer> waiting = new ArrayDeque<>();
  private final Set<Answer> inFlight = new LinkedHashSet<>();

  /// One of them. Compared by identity.
  static final class Answer {
    private final String command;
    private final byte[] bytes;

    Answer(String command, byte[] bytes) {
      this.command = command;
      this.bytes = bytes;
    }

    /// Name of the command.
    String command() {
      return command;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  synchronized void add(Answer answer) {
    if (waiting.size() >= MOST) {
      waiting.removeFirst();
    }
    waiting.addLast(answer);
  }

  /// The next one, now in flight; null where there is none or `window` are in flight.
  synchronized @Nullable Answer next(int window) {
    if (inFlight.size() >= window) {
      return null;
    }
    Answer answer = waiting.pollFirst();
    if (answer != null) {
      inFlight.add(answer);
    }
    return answer;
  }

  /// The broker has it.
  synchronized void acknowledge(Answer answer) {
    inFlight.remove(answer);
  }

  /// A new connection: what was in flight goes back to the front.
  synchronized void restart() {
    List<Answer> again = new ArrayList<>(inFlight);
    inFlight.clear();
    again.reversed().forEach(waiting::addFirst);
  }

  /// Whether none waits or is in flight.
  synchronized boolean isEmpty() {
    return waiting.isEmpty() && inFlight.isEmpty();
  }
}
