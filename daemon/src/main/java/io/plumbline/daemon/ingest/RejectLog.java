package io.plumbline.daemon.ingest;

import io.plumbline.daemon.domain.IngestCounters;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what is refused or fails, and logs at most one line a second of it: whoever floods the broker does not fill the log. Thread-safe.
final class RejectLog {
  private static final Logger LOG = LoggerFactory.getLogger(RejectLog.class);
  private static final long PERIOD_NS = 1_000_000_000L;
  private static final int MAX_LENGTH = 200;

  private final IngestCounters counters;
  private final AtomicLong nextLineNs = new AtomicLong(System.nanoTime());

  RejectLog(IngestCounters counters) {
    this.counters = counters;
  }

  void rejected(String topic, String reason) {
    counters.rejected.increment();
    if (lineIsDue()) {
      LOG.warn("Rejected a message on {}: {} ({} so far)", printable(topic), printable(reason),
          counters.rejected.sum());
    }
  }

  /// A fault of the daemon's own, not of the message.
  void failed(String topic, RuntimeException fault) {
    counters.failed.increment();
    if (lineIsDue()) {
      LOG.error("Failed at a message on {}, going on: {} ({} so far)", printable(topic), printable(fault.toString()),
          counters.failed.sum());
    }
  }

  private boolean lineIsDue() {
    long nowNs = System.nanoTime();
    long dueNs = nextLineNs.get();
    return nowNs - dueNs >= 0 && nextLineNs.compareAndSet(dueNs, nowNs + PERIOD_NS);
  }

  /// Strangers' text on one line and not too long.
  private static String printable(String text) {
    String shown = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
