package io.plumbline.daemon.ingest;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Address;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarEvents;
import io.plumbline.daemon.domain.IngestCounters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is only of now: availability, info, state, live, cues, quality. Nothing of it is stored, so its session is a clean one: no backlog
/// of old live samples after a reconnect, and a busy store does not delay it. Where several daemons share what is to be stored, each also hears copies of that, to show
/// it, and the acknowledgements, which say what is stored.
final class StatusIngest implements MqttLink.Receiver, AutoCloseable {
  /// What this session subscribes to.
  static final List<Channel> CHANNELS = List.of(Channel.AVAILABILITY, Channel.INFO, Channel.STATE, Channel.LIVE,
      Channel.CUE, Channel.QUALITY);

  private static final Set<Channel> COPIES = EnumSet.of(Channel.REP, Channel.SET, Channel.TRACE);
  private static final int QUEUE_CAPACITY = 1000;
  private static final long IDLE_MS = 200;
  private static final long STOP_TIMEOUT_MS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(StatusIngest.class);

  private final BlockingQueue<Arrival> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
  private final PayloadReader reader;
  private final @Nullable OthersStored others;
  private final BarEvents events;
  private final IngestCounters counters;
  private final RejectLog rejects;
  private final MqttLink link;
  private final Thread relay = Thread.ofPlatform().name("ingest-relay").unstarted(this::run);
  private volatile boolean stopping;
  private volatile boolean wasConnected;

  /// @param others shows what other daemons store, null where there are none
  StatusIngest(BrokerAddress address, String clientId, PayloadReader reader, @Nullable OthersStored others,
      BarEvents events, IngestCounters counters, RejectLog rejects) {
    this.reader = reader;
    this.others = others;
    this.events = events;
    this.counters = counters;
    this.rejects = rejects;
    this.link = new MqttLink(address, session(clientId, others != null), this);
  }

  private static MqttLink.Session session(String clientId, boolean shared) {
    MqttLink.Session alone = MqttLink.Session.ofBars(clientId, false, CHANNELS);
    if (!shared) {
      return alone;
    }
    List<MqttLink.Subscription> all = new ArrayList<>(alone.subscriptions());
    // A copy that is lost is fetched from the database.
    COPIES.forEach(channel -> all.add(new MqttLink.Subscription(Topics.ofEveryBar(channel), 0)));
    all.add(new MqttLink.Subscription(Topics.ofEveryBar(Channel.ACK), Channel.ACK.qos()));
    return new MqttLink.Session(clientId, false, all, null);
  }

  void start() {
    relay.start();
    link.start();
  }

  boolean awaitConnected(long timeoutMs) throws InterruptedException {
    return link.awaitConnected(timeoutMs);
  }

  /// Live samples and copies find room or are left out; everything else waits for room.
  @Override
  public void arrived(Arrival arrival) throws InterruptedException {
    if (isOf(arrival, Channel.LIVE)) {
      if (!queue.offer(arrival)) {
        counters.liveDropped.increment();
      }
    } else if (others != null && COPIES.stream().anyMatch(channel -> isOf(arrival, channel))) {
      if (!queue.offer(arrival)) {
        others.missed();
      }
    } else {
      arrival.enqueue(queue);
    }
  }

  private static boolean isOf(Arrival arrival, Channel channel) {
    return arrival.topic().endsWith("/" + channel.level());
  }

  @Override
  public void linkChanged(boolean connected) {
    if (connected && wasConnected && others != null) {
      others.missed();
    }
    wasConnected |= connected;
    events.brokerLink(connected);
  }

  private void run() {
    try {
      while (!stopping) {
        Arrival arrival = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
        if (arrival != null) {
          relay(arrival);
        }
        if (others != null) {
          others.tick(System.nanoTime());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void relay(Arrival arrival) {
    String topic = arrival.topic();
    byte[] payload = arrival.message().getPayload();
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
        case REP, SET, TRACE, ACK -> relayStored(address, arrival);
        default -> throw new ContractException("topic carries nothing of now");
      }
    } catch (ContractException e) {
      rejects.rejected(topic, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // One message is lost; the thread is not.
      rejects.failed(topic, e);
    }
  }

  /// What is not of the contract is counted where it is to be stored.
  private void relayStored(Address address, Arrival arrival) {
    OthersStored shown = others;
    // A retained acknowledgement is of before.
    if (shown == null || arrival.message().isRetained()) {
      return;
    }
    byte[] payload = arrival.message().getPayload();
    try {
      if (address.channel() == Channel.ACK) {
        shown.acknowledged(reader.payload(payload, Ack.class));
      } else {
        shown.heard(reader.received(address, payload), System.nanoTime());
      }
    } catch (ContractException e) {
      LOG.debug("Not shown, on {}: {}", arrival.topic(), e.getMessage());
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
