package io.plumbline.bar.serial;

import io.plumbline.bar.journal.Backlog;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Serves the journal on a serial device, with a thread of its own that nobody waits for. A device that is missing or a cable that is pulled is tried
/// again for as long as the program runs, after 1 to 30 s.
public final class SerialLink implements AutoCloseable {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(10);
  private static final long FIRST_RETRY_MS = 1000;
  private static final long LAST_RETRY_MS = 30_000;
  private static final long LONGEST_END_MS = 5000;
  private static final int BUFFER_BYTES = 4096;

  private final String device;
  private final String barId;
  private final Backlog backlog;
  private final Consumer<String> say;
  private final Consumer<String> warn;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<@Nullable SerialLine> open = new AtomicReference<>();
  private final ScheduledExecutorService watch = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("serial-watch").daemon(true).factory());
  private final Thread thread = Thread.ofPlatform().name("serial-link").daemon(true).unstarted(this::run);
  private String told = "";
  private boolean greeted;

  /// @param device  as `/dev/ttyGS0`
  /// @param backlog of the journal
  /// @param say     told one line when a daemon asks for the first time
  /// @param warn    told one line when something is wrong, and again when that changes; both on the link's thread
  public SerialLink(String device, String barId, Backlog backlog, Consumer<String> say, Consumer<String> warn) {
    this.device = device;
    this.barId = barId;
    this.backlog = backlog;
    this.say = say;
    this.warn = warn;
  }

  /// Begins to serve. To be called once.
  public void start() {
    thread.start();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run() {
    long retryMs = FIRST_RETRY_MS;
    while (!isStopping()) {
      try (SerialLine line = SerialLine.open(device, watch, WRITE_LIMIT)) {
        open.set(line);
        retryMs = FIRST_RETRY_MS;
        serve(line);
      } catch (IOException | RuntimeException e) {
        // What nobody expects costs this connection only.
        complain(e instanceof IOException ? String.valueOf(e.getMessage()) : "unexpected " + e);
      }
      open.set(null);
      try {
        if (stopping.await(retryMs, TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
      retryMs = Math.min(LAST_RETRY_MS, 2 * retryMs);
    }
  }

  private void serve(SerialLine line) throws IOException {
    JournalServer server = new JournalServer(barId, backlog, line::write);
    byte[] buffer = new byte[BUFFER_BYTES];
    while (!isStopping()) {
      int count = line.read(buffer);
      if (count > 0 && server.accept(buffer, count, System.nanoTime())) {
        told = "";
        if (!greeted) {
          greeted = true;
          say.accept("a daemon reads the journal over " + device);
        }
      }
    }
  }

  private void complain(String trouble) {
    if (!isStopping() && !trouble.equals(told)) {
      told = trouble;
      warn.accept("link.serial_port " + device + ": " + trouble + "; it is tried again");
    }
  }

  /// Ends at once; what was not taken is sent the next time.
  @Override
  public void close() {
    stopping.countDown();
    SerialLine line = open.get();
    if (line != null) {
      line.close();
    }
    watch.shutdownNow();
    try {
      thread.join(LONGEST_END_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
