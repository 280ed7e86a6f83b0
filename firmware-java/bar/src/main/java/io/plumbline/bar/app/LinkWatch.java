package io.plumbline.bar.app;

import io.plumbline.bar.health.Signs;
import io.plumbline.bar.link.LinkListener;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Hears what the link tells, passes it on, and remembers whether there is a connection and since when. Thread-safe.
final class LinkWatch implements LinkListener {
  private final LinkListener next;
  private final LongSupplier nowNs;
  private Signs.Link now;

  /// @param next   told the same
  /// @param nowNs  monotonic clock
  /// @param wanted whether there is a broker to connect to
  LinkWatch(LinkListener next, LongSupplier nowNs, boolean wanted) {
    this.next = next;
    this.nowNs = nowNs;
    this.now = new Signs.Link(false, nowNs.getAsLong(), 0, 0, wanted);
  }

  synchronized Signs.Link now() {
    return now;
  }

  private synchronized void change(boolean connected) {
    long sinceNs = connected == now.connected() ? now.sinceNs() : nowNs.getAsLong();
    now = new Signs.Link(connected, sinceNs, now.connections() + (connected ? 1 : 0),
        now.failures() + (connected ? 0 : 1), now.wanted());
  }

  @Override
  public void onConnected(String brokerUri) {
    change(true);
    next.onConnected(brokerUri);
  }

  @Override
  public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
    change(false);
    next.onUnreachable(brokerUri, reason, retryIn);
  }

  @Override
  public void onStored(long storedUpTo) {
    next.onStored(storedUpTo);
  }
}
