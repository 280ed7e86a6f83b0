package io.plumbline.daemon.broker;

import io.plumbline.daemon.domain.BrokerCounters;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what was refused, and logs each thing once. Thread-safe.
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  /// Whoever invents topics shall not fill the log.
  private static final int MOST_LINES = 200;
  private static final int MOST_CHARACTERS = 120;

  private final BrokerCounters counters;
  private final Set<String> told = new HashSet<>();

  Refusals(BrokerCounters counters) {
    this.counters = counters;
  }

  /// @param who    an address, or a name that nobody has to believe
  /// @param reason the end of the sentence
  void connection(String who, String reason) {
    counters.refusedConnections.increment();
    // Without the port, which is another one at each attempt.
    tell("Refused " + shown(who.replaceFirst(":[0-9]+$", "")) + ": " + reason);
  }

  void publish(Identity who, String topic) {
    counters.refusedPublishes.increment();
    tell("Dropped what " + who.shown() + " published to " + shown(topic) + ", which it may not");
  }

  void subscription(Identity who, String filter) {
    counters.refusedSubscriptions.increment();
    tell("Refused " + who.shown() + " to read " + shown(filter));
  }

  private void tell(String line) {
    boolean isNew;
    boolean isLast;
    synchronized (told) {
      isNew = told.size() < MOST_LINES && told.add(line);
      isLast = isNew && told.size() == MOST_LINES;
    }
    if (isNew) {
      LOG.warn("{}; it is counted, and not told again{}", line, isLast ? ", as nothing of this kind from now on" : "");
    }
  }

  /// One short line, whatever somebody sent.
  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > MOST_CHARACTERS ? plain.substring(0, MOST_CHARACTERS) + "…" : plain;
  }
}
