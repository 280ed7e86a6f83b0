package io.plumbline.daemon.web;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// One page's stream of events, written by a virtual thread of its own: a page that hangs holds up nobody.
final class EventStream {
  private static final long HEARTBEAT_MS = 5_000;
  /// At most 30 bundles a second: faster than an eye follows, and slower than a bar can publish.
  private static final long PERIOD_NS = TimeUnit.SECONDS.toNanos(1) / 30;

  private EventStream() {}

  /// Begins with everything that is known now, then goes on until either side ends it.
  static void open(SseClient client, EventHub hub, Mailbox mailbox, Supplier<PageEvent> snapshot) {
    client.keepAlive();
    client.onClose(() -> hub.close(mailbox));
    // Whatever happens from here on waits in the mailbox, so nothing falls between snapshot and stream.
    PageEvent first = snapshot.get();
    Thread.ofVirtual().name("page").start(() -> write(client, hub, mailbox, first));
  }

  private static void write(SseClient client, EventHub hub, Mailbox mailbox, PageEvent first) {
    try {
      client.sendEvent(first.name(), first.json());
      while (!client.terminated() && !mailbox.closed()) {
        List<PageEvent> events = mailbox.take(HEARTBEAT_MS);
        if (events.isEmpty()) {
          client.sendComment("still here");
        }
        for (PageEvent event : events) {
          client.sendEvent(event.name(), event.json());
        }
        LockSupport.parkNanos(PERIOD_NS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.close(mailbox);
      client.close();
    }
  }
}
