package io.plumbline.daemon.support;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// A bar as the broker sees one: publishes, and hears the daemon's acks.
public final class TestBar implements AutoCloseable {
  private final String barId;
  private final MqttClient client;
  private final BlockingQueue<Ack> acks = new LinkedBlockingQueue<>();

  private TestBar(String barId, MqttClient client) {
    this.barId = barId;
    this.client = client;
  }

  public static TestBar connect(String brokerUri, String barId) throws MqttException {
    MqttClient client = new MqttClient(brokerUri, MqttClient.generateClientId(), new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setMaxInflight(1000);
    client.connect(options);
    TestBar bar = new TestBar(barId, client);
    ContractCodec codec = new ContractCodec();
    client.subscribe(Topics.of(barId, Channel.ACK), 1,
        (topic, message) -> bar.acks.add(codec.decode(message.getPayload(), Ack.class)));
    return bar;
  }

  public void publish(Channel channel, Payload payload) throws MqttException {
    publish(channel, Summaries.encoded(payload));
  }

  public void publish(Channel channel, byte[] payload) throws MqttException {
    publish(Topics.of(barId, channel), payload, channel.qos(), channel.retained());
  }

  public void publish(String topic, byte[] payload, int qos, boolean retained) throws MqttException {
    client.publish(topic, payload, qos, retained);
  }

  public void availability(String text) throws MqttException {
    publish(Channel.AVAILABILITY, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The next ack that is as wanted.
  public Ack awaitAck(Predicate<Ack> wanted) throws InterruptedException {
    while (true) {
      Ack ack = acks.poll(60, TimeUnit.SECONDS);
      if (ack == null) {
        throw new AssertionError("no such ack came");
      }
      if (wanted.test(ack)) {
        return ack;
      }
    }
  }

  public Ack awaitStoredUpTo(long sequence) throws InterruptedException {
    return awaitAck(ack -> ack.storedUpTo() == sequence);
  }

  @Override
  public void close() throws MqttException {
    client.disconnect();
    client.close();
  }
}
