package io.plumbline.daemon.support;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// A client in Home Assistant's place: hears what is announced and told.
public final class TestHouse implements AutoCloseable {
  private static final String MARK = "homeassistant/mark";

  private final MqttClient client;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

  /// What it hears.
  public record Message(String topic, String text, boolean retained) {
    public byte[] payload() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  public TestHouse(String brokerUri) throws MqttException {
    client = new MqttClient(brokerUri, MqttClient.generateClientId(), new MemoryPersistence());
    client.connect();
    for (String filter : new String[]{"homeassistant/#", "plumbline-daemon/#"}) {
      client.subscribe(filter, 1, (topic, message) -> messages
          .add(new Message(topic, new String(message.getPayload(), StandardCharsets.UTF_8), message.isRetained())));
    }
  }

  /// The next message that is as wanted.
  public Message await(Predicate<Message> wanted) throws InterruptedException {
    while (true) {
      Message message = messages.poll(60, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no such message came");
      }
      if (wanted.test(message)) {
        return message;
      }
    }
  }

  public Message await(String topic) throws InterruptedException {
    return await(message -> message.topic().equals(topic));
  }

  /// Whether nothing of a topic waits to be awaited.
  public boolean hasNone(String topic) {
    return messages.stream().noneMatch(message -> message.topic().equals(topic));
  }

  /// Says what Home Assistant says when it has started.
  public void sayBirth() throws MqttException {
    client.publish("homeassistant/status", "online".getBytes(StandardCharsets.UTF_8), 0, false);
  }

  /// Whether a broker keeps something on a topic: what is retained comes before what is published afterwards.
  public static boolean isKept(String brokerUri, String topic) throws Exception {
    try (TestHouse house = new TestHouse(brokerUri)) {
      house.client.publish(MARK, new byte[0], 1, false);
      boolean kept = false;
      Message message = house.await(any -> true);
      while (!message.topic().equals(MARK)) {
        kept |= message.topic().equals(topic) && message.retained();
        message = house.await(any -> true);
      }
      return kept;
    }
  }

  @Override
  public void close() throws MqttException {
    client.disconnect();
    client.close();
  }
}
