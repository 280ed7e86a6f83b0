package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.journal.Backlog;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Ack;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The link's thread: connects, sends, connects again, until it is told to stop.
final class Sender implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  /// Messages in flight at once.
  private static final int WINDOW = 16;
  /// At the most 40 live payloads a second and 2 states a second of wall time, however fast a recording is played.
  private static final long LIVE_PERIOD_NS = 25_000_000L;
  private static final long STATE_PERIOD_NS = 500_000_000L;
  /// A person reads it.
  private static final long GUIDANCE_PERIOD_NS = 200_000_000L;
  /// A cue that could not be sent for so long comes too late.
  private static final long CUE_MAX_AGE_NS = 2_000_000_000L;
  private static final long IDLE_NS = 200_000_000L;
  private static final long NEVER = -1;

  private final LinkConfig config;
  private final String journalId;
  private final ContractCodec codec;
  private final Outbox outbox;
  private final LinkListener listener;
  private final Backlog backlog;
  private final Answers answers = new Answers();
  private final @Nullable CommandListener commands;
  private final AtomicReference<@Nullable StopRequest> stopRequest = new AtomicReference<>();
  private volatile long storedUpTo = NEVER;
  private final BrokerFinder finder;
  private String brokerUri;
  private boolean unreachable;
  private long retryNs;
  private long nextLiveNs = System.nanoTime();
  private long nextStateNs = nextLiveNs;
  private long nextGuidanceNs = nextLiveNs;

  /// Until when to do what is left.
  private record StopRequest(long flushByNs, long storedLimitNs, long sequence) {}

  Sender(LinkConfig config, String journalId, ContractCodec codec, Outbox outbox, LinkListener listener,
      Backlog backlog, @Nullable CommandListener commands) {
    this.commands = commands;
    this.config = config;
    this.journalId = journalId;
    this.codec = codec;
    this.outbox = outbox;
    this.listener = listener;
    this.backlog = backlog;
    this.finder = config.finder();
    this.brokerUri = config.brokerUri();
    this.retryNs = config.firstRetry().toNanos();
  }

  /// Sends the answer to a command.
  void answer(String command, byte[] bytes) {
    answers.add(new Answers.Answer(command, bytes));
    outbox.wake();
  }

  void stop(long flushLimitNs, long storedLimitNs, long sequence) {
    stopRequest.set(new StopRequest(System.nanoTime() + flushLimitNs, storedLimitNs, sequence));
    outbox.wake();
  }

  /// What the daemon has stored as far as it said, −1 where it said nothing.
  long storedUpTo() {
    return storedUpTo;
  }

  @Override
  public void run() {
    try {
      while (!isStopped()) {
        String reason = connectAndServe();
        if (reason == null) {
          return;
        }
        unreachable = true;
        long waitNs = ThreadLocalRandom.current().nextLong(retryNs / 2, retryNs + 1);
        tell(() -> listener.onUnreachable(brokerUri, reason, Duration.ofNanos(waitNs)));
        pause(waitNs);
        retryNs = Math.min(config.lastRetry().toNanos(), 2 * retryNs);
      }
    } catch (InterruptedException e) {
      LOG.warn("link interrupted, {} messages unsent", outbox.unacknowledged());
    }
  }

  /// One connection from its beginning to its end. What nobody expects ends the connection, not the thread.
  ///
  /// @return why it ended, null where all is done
  private @Nullable String connectAndServe() throws InterruptedException {
    Connection connection = null;
    String reason;
    try {
      brokerUri = config.brokerUri();
      brokerUri = finder.find(this::isStopped);
      connection = Connection.open(config.at(brokerUri), outbox, WINDOW, this::storedIn, commands);
      outbox.restart();
      answers.restart();
      unreachable = false;
      tell(() -> listener.onConnected(brokerUri));
      retryNs = config.firstRetry().toNanos();
      reason = serve(connection);
      if (reason == null) {
        connection.close();
        return null;
      }
    } catch (MqttException e) {
      reason = LinkTrouble.describe(e, config.at(brokerUri));
    } catch (ConfigException | IOException e) {
      reason = String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      reason = "unexpected " + e;
    }
    if (connection != null) {
      connection.abandon();
    }
    return reason;
  }

  /// A listener that fails costs its message only.
  private static void tell(Runnable message) {
    try {
      message.run();
    } catch (RuntimeException e) {
      LOG.warn("the link's listener failed: {}", e.toString());
    }
  }

  /// Sends until the connection is lost, which gives the reason, or all is done, which gives null.
  private @Nullable String serve(Connection connection) throws InterruptedException, MqttException {
    long acknowledged = outbox.acknowledged();
    long progressNs = System.nanoTime();
    long flushedNs = NEVER;
    while (true) {
      String lost = connection.lossReason();
      if (lost != null) {
        return lost;
      }
      // Once a pass: the pass that ends must be one that knew of the stop when it sent the last state.
      StopRequest stop = stopRequest.get();
      sendAnswers(connection);
      sendQueue(connection);
      long waitNs = sendLatest(connection, stop != null);
      follow(connection.storedUpTo());
      long nowNs = System.nanoTime();
      if (acknowledged != outbox.acknowledged() || !outbox.isInFlight()) {
        acknowledged = outbox.acknowledged();
        progressNs = nowNs;
      } else if (nowNs - progressNs > config.actionLimit().toNanos()) {
        return "no acknowledgement for " + config.actionLimit().toSeconds() + " s";
      }
      if (stop != null) {
        boolean flushed = outbox.isFlushed() && answers.isEmpty();
        flushedNs = flushed && flushedNs == NEVER ? nowNs : flushedNs;
        boolean told = stop.sequence() == 0 || storedUpTo >= stop.sequence()
            || nowNs - flushedNs >= stop.storedLimitNs();
        if ((flushed && told) || (!flushed && isPast(stop))) {
          return null;
        }
        waitNs = Math.min(waitNs, Duration.ofMillis(20).toNanos());
      }
      outbox.awaitChange(waitNs);
    }
  }

  private void sendAnswers(Connection connection) throws MqttException {
    for (Answers.Answer answer = answers.next(WINDOW); answer != null; answer = answers.next(WINDOW)) {
      connection.publish(answer, answers);
    }
  }

  private void sendQueue(Connection connection) throws MqttException {
    for (Message message = outbox.next(WINDOW); message != null; message = outbox.next(WINDOW)) {
      connection.publish(message);
    }
  }

  /// Sends what is due of the channels of which the latest counts.
  ///
  /// @return how long to wait for what is not due yet
  private long sendLatest(Connection connection, boolean atOnce) throws MqttException {
    long nowNs = System.nanoTime();
    send(connection, outbox.takeLatest(Channel.INFO));
    Message cue = outbox.takeLatest(Channel.CUE);
    if (cue != null && nowNs - cue.madeNs() <= CUE_MAX_AGE_NS) {
      send(connection, cue);
    }
    send(connection, outbox.takeLatest(Channel.QUALITY));
    if (atOnce || nowNs - nextStateNs >= 0) {
      nextStateNs = send(connection, outbox.takeLatest(Channel.STATE)) ? nowNs + STATE_PERIOD_NS : nextStateNs;
    }
    if (nowNs - nextLiveNs >= 0) {
      nextLiveNs = send(connection, outbox.takeLatest(Channel.LIVE)) ? nowNs + LIVE_PERIOD_NS : nextLiveNs;
    }
    if (atOnce || nowNs - nextGuidanceNs >= 0) {
      nextGuidanceNs = send(connection, outbox.takeLatest(Channel.GUIDANCE))
          ? nowNs + GUIDANCE_PERIOD_NS
          : nextGuidanceNs;
    }
    long untilLiveNs = nextLiveNs - nowNs;
    return untilLiveNs > 0 ? untilLiveNs : IDLE_NS;
  }

  private static boolean send(Connection connection, @Nullable Message message) throws MqttException {
    if (message == null) {
      return false;
    }
    connection.publish(message);
    return true;
  }

  private void follow(long nowStored) {
    if (nowStored > storedUpTo) {
      storedUpTo = nowStored;
      tell(() -> listener.onStored(nowStored));
    }
  }

  /// What an acknowledgement says is stored of our journal; [#NEVER] where it is of another one or no acknowledgement at all.
  long storedIn(byte[] bytes) {
    try {
      Ack ack = codec.decode(bytes, Ack.class);
      if (!ack.barId().equals(config.barId())) {
        return NEVER;
      }
      backlog.stored(ack, System.nanoTime());
      return ack.journalId().equals(journalId) ? ack.storedUpTo() : NEVER;
    } catch (ContractException e) {
      LOG.warn("ignored an acknowledgement: {}", e.getMessage());
      return NEVER;
    }
  }

  /// Waits for the next attempt to connect, shorter where it is to stop.
  private void pause(long waitNs) throws InterruptedException {
    long untilNs = System.nanoTime() + waitNs;
    for (long leftNs = waitNs; leftNs > 0 && !isStopped(); leftNs = untilNs - System.nanoTime()) {
      outbox.awaitChange(Math.min(leftNs, IDLE_NS));
    }
  }

  /// Whether there is nothing left to connect for. What a journal keeps need not wait for a broker that is not there.
  private boolean isStopped() {
    StopRequest stop = stopRequest.get();
    return stop != null && (isPast(stop) || outbox.isFlushed() || (unreachable && outbox.isKept()));
  }

  private static boolean isPast(StopRequest stop) {
    return System.nanoTime() - stop.flushByNs() >= 0;
  }
}
