package io.plumbline.daemon.ingest;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.Ack;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.Published;
import io.plumbline.daemon.domain.StoreOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reps, sets and curves: queue, batch, commit, then acknowledge to the broker, then to the bar. One writer thread.
///
/// A full queue holds up the connection's thread and with it the broker, which keeps the rest on disk. If that lasts, the connection dies
/// of its missed pings and is made again.
final class SummaryIngest implements MqttLink.Receiver, AutoCloseable {
  /// What this session subscribes to.
  static final List<Channel> CHANNELS = List.of(Channel.REP, Channel.SET, Channel.TRACE);

  private static final int QUEUE_CAPACITY = 500;
  private static final int MAX_BATCH = 250;
  /// A batch waits this long for more: a rep and its curves come together, and fewer commits wear the disk less.
  private static final long LINGER_NS = 50_000_000L;
  private static final long IDLE_MS = 200;
  private static final long STOP_TIMEOUT_MS = 10_000;

  private final BlockingQueue<Arrival> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
  private final PayloadReader reader;
  private final Intake intake;
  private final @Nullable OthersStored others;
  private final BarEvents events;
  private final RejectLog rejects;
  private final MqttLink link;
  private final Thread writer = Thread.ofPlatform().name("ingest-writer").unstarted(this::run);
  /// The latest ack of each journal that no connection has taken yet. The writer's own.
  private final Map<Journal, Ack> unpublished = new HashMap<>();
  private volatile boolean stopping;

  private record Journal(String barId, String journalId) {}

  /// @param session durable, with what is to be stored
  /// @param others  shows what other daemons store, null where there are none
  SummaryIngest(BrokerAddress address, MqttLink.Session session, PayloadReader reader, Intake intake,
      @Nullable OthersStored others, BarEvents events, RejectLog rejects) {
    this.reader = reader;
    this.intake = intake;
    this.others = others;
    this.events = events;
    this.rejects = rejects;
    this.link = new MqttLink(address, session, this);
  }

  void start() {
    writer.start();
    link.start();
  }

  boolean awaitConnected(long timeoutMs) throws InterruptedException {
    return link.awaitConnected(timeoutMs);
  }

  @Override
  public void arrived(Arrival arrival) throws InterruptedException {
    arrival.enqueue(queue);
  }

  @Override
  public void linkChanged(boolean connected) {
    // The other session tells; two voices would only flicker.
  }

  private void run() {
    try {
      while (!stopping) {
        try {
          handle(nextBatch());
        } catch (RuntimeException e) {
          // Comes from what follows the commit: nothing is lost that the next ack or a fresh fetch does not bring.
          rejects.failed("ack or page", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Arrival> nextBatch() throws InterruptedException {
    List<Arrival> batch = new ArrayList<>(MAX_BATCH);
    Arrival first = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return batch;
    }
    batch.add(first);
    long endNs = System.nanoTime() + LINGER_NS;
    while (batch.size() < MAX_BATCH) {
      queue.drainTo(batch, MAX_BATCH - batch.size());
      long leftNs = endNs - System.nanoTime();
      if (leftNs <= 0 || batch.size() == MAX_BATCH) {
        break;
      }
      Arrival next = queue.poll(leftNs, TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    return batch;
  }

  private void handle(List<Arrival> batch) throws InterruptedException {
    List<StoreOutcome> outcomes = keep(batch);
    for (StoreOutcome outcome : outcomes) {
      if (others != null) {
        others.own(outcome.fresh());
      }
      outcome.acks().forEach(ack -> unpublished.put(new Journal(ack.barId(), ack.journalId()), ack));
    }
    // With an empty batch too: the link may have come up since. A backlog arrives before its link counts as up.
    unpublished.values().removeIf(this::publish);
    outcomes.forEach(outcome -> outcome.fresh().forEach(events::stored));
  }

  /// Commits the batch and acknowledges it to the broker. What fails unexpectedly is tried without its neighbours, then left
  /// unacknowledged: the next session brings it again.
  private List<StoreOutcome> keep(List<Arrival> batch) throws InterruptedException {
    List<StoreOutcome> outcomes = new ArrayList<>();
    try {
      outcomes.addAll(commit(batch));
      // Committed: from here on losing anything costs only a repetition.
      batch.forEach(Arrival::acknowledge);
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        rejects.failed(batch.getFirst().topic(), e);
        return outcomes;
      }
      for (Arrival arrival : batch) {
        outcomes.addAll(keep(List.of(arrival)));
      }
    }
    return outcomes;
  }

  private List<StoreOutcome> commit(List<Arrival> batch) throws InterruptedException {
    return intake
        .keep(batch.stream().map(arrival -> new Published(arrival.topic(), arrival.message().getPayload())).toList());
  }

  private boolean publish(Ack ack) {
    return link.publish(Topics.of(ack.barId(), Channel.ACK), reader.encode(ack), Channel.ACK.qos(),
        Channel.ACK.retained());
  }

  /// Finishes the batch at hand; what waits is not acknowledged and comes again at the next start.
  @Override
  public void close() {
    stopping = true;
    try {
      // A batch that cannot be stored is not waited for.
      writer.join(STOP_TIMEOUT_MS / 5);
      writer.interrupt();
      writer.join(STOP_TIMEOUT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Frees a callback that waits for room in the queue.
    queue.clear();
    link.close();
  }
}
