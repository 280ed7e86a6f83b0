package io.plumbline.daemon.ingest;

import io.plumbline.contract.Availability;
import io.plumbline.daemon.domain.Outlet;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The daemon's session for Home Assistant: tells whether the daemon is there, hears when Home Assistant starts, and publishes for it. A session of its own, so that
/// nothing of it holds up what bars say. Thread-safe.
public final class HomeLink implements MqttLink.Receiver, Outlet, AutoCloseable {
  /// Hears what happens to the session. Called by its own threads, so it must not wait.
  public interface Listener {
    /// There is a connection, at the first time and each time again.
    void connected();

    /// Home Assistant said something of itself, `online` when it has started.
    void heard(String text);
  }

  private final MqttLink link;
  private final String availabilityTopic;
  private final Listener listener;

  /// @param availabilityTopic retained `online`, and `offline` when the daemon is gone
  /// @param birthTopic        where Home Assistant says that it is there
  public HomeLink(BrokerAddress address, String clientId, String availabilityTopic, String birthTopic,
      Listener listener) {
    this.availabilityTopic = availabilityTopic;
    this.listener = listener;
    this.link = new MqttLink(address, new MqttLink.Session(clientId, false,
        List.of(new MqttLink.Subscription(birthTopic, 1)),
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
    if (!arrival.message().isRetained()) {
      listener.heard(new String(arrival.message().getPayload(), StandardCharsets.UTF_8));
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
