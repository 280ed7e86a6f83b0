package io.plumbline.bar.link;

import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Guidance;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Trace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The bar's link to its broker. Payloads are taken on the measuring thread and sent by a thread of the link, which connects again for as
/// long as it must. Summaries and traces are sent until the broker acknowledges them; of live, state, info, cue, quality and guidance the latest
/// counts. With a journal's backlog, summaries and traces come from there, and are sent until the daemon has stored them; without one, what is on its
/// way when the program ends without [#stop] is lost.
public final class MqttLink implements PayloadSink, AutoCloseable {
  private final LinkConfig config;
  private final ContractCodec codec = new ContractCodec();
  private final Outbox outbox;
  private final Sender sender;
  private final Thread thread;

  /// @param journalId whose acknowledgements count
  public MqttLink(LinkConfig config, String journalId, LinkListener listener) {
    this(config, journalId, listener, new Backlog());
  }

  /// @param backlog of the journal that keeps summaries and traces
  public MqttLink(LinkConfig config, String journalId, LinkListener listener, Backlog backlog) {
    this(config, journalId, listener, backlog, null);
  }

  /// @param backlog  of the journal that keeps summaries and traces
  /// @param commands takes the bar's commands, null where none are taken
  public MqttLink(LinkConfig config, String journalId, LinkListener listener, Backlog backlog,
      @Nullable CommandListener commands) {
    this.config = config;
    this.outbox = new Outbox(config.capacity(), backlog);
    this.sender = new Sender(config, journalId, codec, outbox, listener, backlog, commands);
    this.thread = Thread.ofPlatform().name("mqtt-link").daemon(true).unstarted(sender);
  }

  /// Begins to connect, where there is a broker. To be called once.
  public void start() {
    if (config.hasBroker()) {
      thread.start();
    }
  }

  /// Sends the answer to a command, over the next connection where there is none now. Never waits.
  ///
  /// @param command its name
  public void answer(String command, CommandResult result) {
    sender.answer(command, codec.encode(result));
  }

  /// Takes a payload. Never waits for the network, but for a full queue where the config allows that.
  ///
  /// @throws LinkStalledException where the queue stays full
  /// @throws IllegalArgumentException for a payload that no bar publishes
  @Override
  public void emit(Payload payload) {
    if (!config.hasBroker()) {
      return;
    }
    Message message = new Message(channelOf(payload), codec.encode(payload), System.nanoTime());
    switch (message.channel()) {
      case REP, SET, TRACE -> queue(message);
      default -> outbox.replace(message);
    }
  }

  private void queue(Message message) {
    if (!config.mayWait()) {
      outbox.offer(message);
      return;
    }
    try {
      if (!outbox.put(message, config.stallLimit().toNanos())) {
        throw new LinkStalledException("broker " + config.brokerUri() + " has taken nothing for "
            + config.stallLimit().toSeconds() + " s and " + outbox.unacknowledged() + " messages wait");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinkStalledException("interrupted while the queue was full");
    }
  }

  private static Channel channelOf(Payload payload) {
    return switch (payload) {
      case RepSummary _ -> Channel.REP;
      case SetSummary _ -> Channel.SET;
      case Trace _ -> Channel.TRACE;
      case Live _ -> Channel.LIVE;
      case State _ -> Channel.STATE;
      case Info _ -> Channel.INFO;
      case Cue _ -> Channel.CUE;
      case Quality _ -> Channel.QUALITY;
      case Guidance _ -> Channel.GUIDANCE;
      default -> throw new IllegalArgumentException("a bar publishes no " + payload.getClass().getSimpleName());
    };
  }

  /// Sends what waits, waits for the daemon's word, says goodbye.
  ///
  /// @param flushLimit  longest wait for the broker's acknowledgements
  /// @param storedLimit longest wait for the daemon to have stored `sequence`, once the broker has everything
  public LinkReport stop(Duration flushLimit, Duration storedLimit, long sequence) {
    sender.stop(flushLimit.toNanos(), storedLimit.toNanos(), sequence);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        sender.stop(0, 0, sequence);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new LinkReport(outbox.acknowledged(), outbox.unacknowledged(), outbox.dropped(), sender.storedUpTo());
  }

  /// Stops without waiting for acknowledgements.
  @Override
  public void close() {
    stop(Duration.ZERO, Duration.ZERO, 0);
  }
}
