package io.plumbline.daemon.ingest;

import io.plumbline.contract.Availability;
import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Cue;
import io.plumbline.daemon.domain.Outlet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The daemon's session for Home Assistant: tells whether the daemon is there, hears when Home Assistant starts, and publishes for it. A session of its own, so that
/// nothing of it holds up what bars say. Thread-safe.
public final class HomeLink implements MqttLink.Receiver, Outlet, AutoCloseable {
  /// Hears what happens to the session. Called by its own threads, so it must not wait.
  public interface Listener {
    /// There is a connection, at the first time and each time again.
    void connected();

    /// Home Assistant said something of itself, `online` when it has started.
    void heard(String text);

    /// A bar's cue, which of several daemons came to this one only.
    void cue(String barId, Cue cue);
  }

  private static final Logger LOG = LoggerFactory.getLogger(HomeLink.class);

  private final MqttLink link;
  private final String availabilityTopic;
  private final Listener listener;
  private final PayloadReader reader = new PayloadReader();

  /// @param share             of several daemons that are one to Home Assistant, null for none: they have the topics in common, and share the bars' cues
  /// @param availabilityTopic retained `online`, and `offline` when the daemon is gone
  /// @param birthTopic        where Home Assistant says that it is there
  public HomeLink(BrokerAddress address, String clientId, @Nullable String share, String availabilityTopic,
      String birthTopic, Listener listener) {
    this.availabilityTopic = availabilityTopic;
    this.listener = listener;
    List<MqttLink.Subscription> heard = new ArrayList<>(List.of(new MqttLink.Subscription(birthTopic, 1)));
    if (share != null) {
      heard.add(new MqttLink.Subscription(availabilityTopic, 1));
      heard.add(new MqttLink.Subscription(Sharing.filter(share, Channel.CUE), Channel.CUE.qos()));
    }
    this.link = new MqttLink(address, new MqttLink.Session(clientId, false, heard,
        new MqttLink.Will(availabilityTopic, Availability.OFFLINE.text())), this);
  }

  public void start() {
    link.start();
  }

  @Override
  public boolean publish(String topic, byte[] payload, boolean retained) {
    return link.publish(topic, payload, 1, retained);
  }

  @Override
  public void arrived(Arrival arrival) {
    // What is retained was said before we came, and at a connection everything is told anyway.
    if (arrival.message().isRetained()) {
      return;
    }
    byte[] payload = arrival.message().getPayload();
    String text = new String(payload, StandardCharsets.UTF_8);
    if (arrival.topic().equals(availabilityTopic)) {
      // One of several has gone; the others are there.
      if (text.equals(Availability.OFFLINE.text())) {
        publish(availabilityTopic, Availability.ONLINE.bytes(), true);
      }
    } else if (arrival.topic().startsWith(Topics.ROOT + "/")) {
      cue(arrival.topic(), payload);
    } else {
      listener.heard(text);
    }
  }

  private void cue(String topic, byte[] payload) {
    try {
      listener.cue(reader.address(topic).barId(), reader.payload(payload, Cue.class));
    } catch (ContractException e) {
      // Counted where it is shown.
      LOG.debug("Not told to Home Assistant, on {}: {}", topic, e.getMessage());
    }
  }

  @Override
  public void linkChanged(boolean nowConnected) {
    if (nowConnected) {
      publish(availabilityTopic, Availability.ONLINE.bytes(), true);
      listener.connected();
    }
  }

  /// Says that the daemon goes, and goes.
  @Override
  public void close() {
    link.close();
  }
}
