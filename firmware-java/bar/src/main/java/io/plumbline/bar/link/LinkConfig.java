package io.plumbline.bar.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/// How to reach the broker, and every limit of the link.
///
/// @param brokerUri   `tcp://host[:port]` or `ssl://host[:port]`
/// @param capacity    most summaries that wait for the broker
/// @param mayWait     what happens at the capacity: true, the measuring thread waits (a recording can); false, it goes on, traces are dropped
///                    from half the capacity on and summaries at the capacity, each counted
/// @param stallLimit  longest wait at the capacity without any progress
/// @param firstRetry  wait after the first failed connection; doubles up to `lastRetry`, each shortened by up to a half at random
/// @param actionLimit longest wait for an answer of the broker; a connection without one is given up
public record LinkConfig(String brokerUri, String barId, int capacity, boolean mayWait, Duration stallLimit,
    Duration firstRetry, Duration lastRetry, Duration actionLimit) {
  /// Where a broker listens unless it was told otherwise.
  public static final String DEFAULT_BROKER = "tcp://127.0.0.1:1883";
  private static final int DEFAULT_CAPACITY = 1000;
  private static final int MOST_PORT = 65_535;

  public LinkConfig {
    check(brokerUri);
    if (capacity < 1) {
      throw new IllegalArgumentException("the capacity must be at least 1, but is " + capacity);
    }
  }

  /// The defaults for a broker and a bar.
  public static LinkConfig of(String brokerUri, String barId, boolean mayWait) {
    return new LinkConfig(brokerUri, barId, DEFAULT_CAPACITY, mayWait, Duration.ofSeconds(60), Duration.ofSeconds(1),
        Duration.ofSeconds(60), Duration.ofSeconds(10));
  }

  private static void check(String brokerUri) {
    try {
      URI uri = new URI(brokerUri);
      boolean known = "tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
      if (known && uri.getHost() != null && uri.getPath().isEmpty() && uri.getPort() <= MOST_PORT) {
        return;
      }
    } catch (URISyntaxException e) {
      // Falls through to the message, which says what is expected.
    }
    throw new IllegalArgumentException(
        "the broker must be tcp://host:port or ssl://host:port, but is '" + brokerUri + "'");
  }
}
