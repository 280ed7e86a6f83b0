package io.plumbline.daemon.support;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.Received;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Keeps what was stored and who is there, for a test to wait for.
public final class EventLog implements BarEvents {
  private static final long TIMEOUT_S = 60;

  private final BlockingQueue<RecordKey> stored = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> availability = new LinkedBlockingQueue<>();
  private final AtomicBoolean failing = new AtomicBoolean();

  /// The next summary that was stored.
  public RecordKey awaitStored() throws InterruptedException {
    return next(stored);
  }

  /// The next that was heard of a bar's being there.
  public boolean awaitAvailability() throws InterruptedException {
    return next(availability);
  }

  /// Makes the next availability fail as a fault in a program does.
  public void failOnceAtAvailability() {
    failing.set(true);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(TIMEOUT_S, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no such event came");
    }
    return next;
  }

  @Override
  public void stored(Received summary) {
    stored.add(summary.key());
  }

  @Override
  public void availability(String barId, boolean online) {
    if (failing.getAndSet(false)) {
      throw new IllegalStateException("a fault of ours");
    }
    availability.add(online);
  }

  @Override
  public void brokerLink(boolean connected) {}

  @Override
  public void forgotten(String barId) {}

  @Override
  public void info(String barId, Info info) {}

  @Override
  public void state(String barId, State state) {}

  @Override
  public void live(String barId, Live live) {}

  @Override
  public void cue(String barId, Cue cue) {}

  @Override
  public void quality(String barId, Quality quality) {}
}
