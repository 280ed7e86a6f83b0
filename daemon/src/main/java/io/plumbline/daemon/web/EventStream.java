package io.plumbline.daemon.web;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One page's stream of events, written by the request's own thread. Requests run on virtual threads: a page that hangs holds up nobody, and
/// one that is gone ends its request in the ordinary way. (The web library's own event client ends it from outside; on a connection that was
/// already given back it then handled its own errors for ever.)
final class EventStream {
  private static final long HEARTBEAT_MS = 5_000;
  /// At most 30 bundles a second: faster than an eye follows, and slower than a bar can publish.
  private static final long PERIOD_NS = TimeUnit.SECONDS.toNanos(1) / 30;

  /// So long after a log-out a stream may go on.
  private static final long ASK_NS = TimeUnit.SECONDS.toNanos(2);

  private EventStream() {}

  /// Begins with everything that is known now, then goes on until either side ends it.
  ///
  /// @param renew called before anybody is told that something changed
  static void serve(Context context, EventHub hub, Mailbox mailbox, Supplier<PageEvent> snapshot,
      BooleanSupplier stillAllowed, Runnable renew) {
    try {
      HttpServletResponse response = context.res();
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentType("text/event-stream");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-cache");
      write(response.getOutputStream(), mailbox, snapshot.get(), stillAllowed, renew);
    } catch (IOException e) {
      // The page is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.close(mailbox);
    }
  }

  private static void write(ServletOutputStream out, Mailbox mailbox, PageEvent first, BooleanSupplier stillAllowed,
      Runnable renew)
      throws IOException, InterruptedException {
    send(out, "event: " + first.name() + "\ndata: " + first.json() + "\n\n");
    long askedNs = System.nanoTime();
    while (!mailbox.closed()) {
      List<PageEvent> events = mailbox.take(HEARTBEAT_MS);
      if (System.nanoTime() - askedNs > ASK_NS) {
        if (!stillAllowed.getAsBoolean()) {
          return;
        }
        askedNs = System.nanoTime();
      }
      if (events.isEmpty()) {
        send(out, ": still here\n\n");
      }
      if (events.stream().anyMatch(event -> event.name().equals(Mailbox.RESYNC))) {
        renew.run();
      }
      for (PageEvent event : events) {
        send(out, "event: " + event.name() + "\ndata: " + event.json() + "\n\n");
      }
      LockSupport.parkNanos(PERIOD_NS);
    }
  }

  private static void send(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
