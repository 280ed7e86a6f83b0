package io.plumbline.daemon.ingest;

import io.plumbline.contract.Topics.Address;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.IngestCounters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// What is only of now: availability, info, state, live, cues, quality. Nothing of it is stored, so its session is a clean one: no backlog
/// of old live samples after a reconnect, and a busy store does not delay it.
final class StatusIngest implements MqttLink.Receiver, AutoCloseable {
  /// What this session subscribes to.
  static final List<Channel> CHANNELS = List.of(Channel.AVAILABILITY, Channel.INFO, Channel.STATE, Channel.LIVE,
      Channel.CUE, Channel.QUALITY);

  private static final int QUEUE_CAPACITY = 1000;
  private static final long IDLE_MS = 200;
  private static final long STOP_TIMEOUT_MS = 2_000;

  private final BlockingQueue<Arrival> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
  private final PayloadReader reader;
  private final BarEvents events;
  private final IngestCounters counters;
  private final RejectLog rejects;
  private final MqttLink link;
  private final Thread relay = Thread.ofPlatform().name("ingest-relay").unstarted(this::run);
  private volatile boolean stopping;

  StatusIngest(BrokerAddress address, String clientId, PayloadReader reader, BarEvents events, IngestCounters counters,
      RejectLog rejects) {
    this.reader = reader;
    this.events = events;
    this.counters = counters;
    this.rejects = rejects;
    this.link = new MqttLink(address, MqttLink.Session.ofBars(clientId, false, CHANNELS), this);
  }

  void start() {
    relay.start();
    link.start();
  }

  boolean awaitConnected(long timeoutMs) throws InterruptedException {
    return link.awaitConnected(timeoutMs);
  }

  /// Live samples find room or are left out; everything else waits for room.
  @Override
  public void arrived(Arrival arrival) throws InterruptedException {
    if (!arrival.topic().endsWith("/" + Channel.LIVE.level())) {
      arrival.enqueue(queue);
    } else if (!queue.offer(arrival)) {
      counters.liveDropped.increment();
    }
  }

  @Override
  public void linkChanged(boolean connected) {
    events.brokerLink(connected);
  }

  private void run() {
    try {
      while (!stopping) {
        Arrival arrival = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
        if (arrival != null) {
          relay(arrival.topic(), arrival.message().getPayload());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void relay(String topic, byte[] payload) {
    try {
      Address address = reader.address(topic);
      String barId = address.barId();
      if (payload.length == 0) {
        // How MQTT clears a retained message: a bar that is gone for good.
        if (address.channel() == Channel.AVAILABILITY) {
          events.forgotten(barId);
        }
        return;
      }
      switch (address.channel()) {
        case AVAILABILITY -> events.availability(barId, online(payload));
        case INFO -> {
          Info info = reader.payload(payload, Info.class);
          reader.requireSameBar(address, info.barId());
          events.info(barId, info);
        }
        case STATE -> events.state(barId, reader.payload(payload, State.class));
        case LIVE -> events.live(barId, reader.payload(payload, Live.class));
        case CUE -> events.cue(barId, reader.payload(payload, Cue.class));
        case QUALITY -> events.quality(barId, reader.payload(payload, Quality.class));
        default -> throw new ContractException("topic carries nothing of now");
      }
    } catch (ContractException e) {
      rejects.rejected(topic, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // One message is lost; the thread is not.
      rejects.failed(topic, e);
    }
  }

  private static boolean online(byte[] payload) throws ContractException {
    return switch (new String(payload, StandardCharsets.UTF_8)) {
      case "online" -> true;
      case "offline" -> false;
      default -> throw new ContractException("availability must be 'online' or 'offline'");
    };
  }

  @Override
  public void close() {
    stopping = true;
    relay.interrupt();
    try {
      relay.join(STOP_TIMEOUT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    queue.clear();
    link.close();
  }
}
