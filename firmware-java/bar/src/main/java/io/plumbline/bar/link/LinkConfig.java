package io.plumbline.bar.link;

import io.plumbline.bar.config.BrokerText;
import java.time.Duration;

/// How to reach the broker, and every limit of the link.
///
/// @param brokerUri   as [BrokerText] has it, empty for none: nothing is tried then
/// @param capacity    most summaries that wait for the broker
/// @param mayWait     what happens at the capacity: true, the measuring thread waits (a recording can); false, it goes on, traces are dropped
///                    from half the capacity on and summaries at the capacity, each counted
/// @param stallLimit  longest wait at the capacity without any progress
/// @param firstRetry  wait after the first failed connection; doubles up to `lastRetry`, each shortened by up to a half at random
/// @param actionLimit longest wait for an answer of the broker; a connection without one is given up
/// @param security    how bar and broker know each other
public record LinkConfig(String brokerUri, String barId, int capacity, boolean mayWait, Duration stallLimit,
    Duration firstRetry, Duration lastRetry, Duration actionLimit, LinkSecurity security) {
  /// Where a broker listens unless it was told otherwise.
  public static final String DEFAULT_BROKER = "tcp://127.0.0.1:1883";
  private static final int DEFAULT_CAPACITY = 1000;

  public LinkConfig {
    BrokerText.problem(brokerUri).ifPresent(problem -> {
      throw new IllegalArgumentException("the broker " + problem);
    });
    if (capacity < 1) {
      throw new IllegalArgumentException("the capacity must be at least 1, but is " + capacity);
    }
  }

  /// Without user or files.
  public LinkConfig(String brokerUri, String barId, int capacity, boolean mayWait, Duration stallLimit,
      Duration firstRetry, Duration lastRetry, Duration actionLimit) {
    this(brokerUri, barId, capacity, mayWait, stallLimit, firstRetry, lastRetry, actionLimit, LinkSecurity.NONE);
  }

  /// The defaults for a broker and a bar.
  public static LinkConfig of(String brokerUri, String barId, boolean mayWait) {
    return new LinkConfig(brokerUri, barId, DEFAULT_CAPACITY, mayWait, Duration.ofSeconds(60), Duration.ofSeconds(1),
        Duration.ofSeconds(60), Duration.ofSeconds(10));
  }

  /// The same with users and certificates.
  public LinkConfig with(LinkSecurity other) {
    return new LinkConfig(brokerUri, barId, capacity, mayWait, stallLimit, firstRetry, lastRetry, actionLimit, other);
  }

  /// The same at another address.
  LinkConfig at(String address) {
    return new LinkConfig(address, barId, capacity, mayWait, stallLimit, firstRetry, lastRetry, actionLimit, security);
  }

  /// Whether there is a broker at all.
  public boolean hasBroker() {
    return !BrokerText.isNone(brokerUri);
  }

  BrokerFinder finder() {
    return BrokerText.isFound(brokerUri)
        ? new MdnsFinder(BrokerText.name(brokerUri), security.wantsTls())
        : isGivenUp -> brokerUri;
  }
}
