package io.plumbline.bar.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// Hears all that a bar publishes.
public final class TestSubscriber implements AutoCloseable {
  private static final int LIMIT_S = 60;

  /// A message as it came.
  public record Heard(String topic, String text, int qos) {}

  private final MqttClient client;
  private final BlockingQueue<Heard> queue = new LinkedBlockingQueue<>();
  private final List<Heard> heard = new ArrayList<>();

  public TestSubscriber(String brokerUri) throws MqttException {
    client = new MqttClient(brokerUri, "test-" + UUID.randomUUID(), new MemoryPersistence());
    client.connect();
    client.subscribe("plumbline/#", 1,
        (topic, message) -> queue
            .add(new Heard(topic, new String(message.getPayload(), StandardCharsets.UTF_8), message.getQos())));
  }

  /// Waits until a message fits that has not been looked at yet.
  public Heard await(Predicate<Heard> fits) throws InterruptedException {
    while (true) {
      Heard next = queue.poll(LIMIT_S, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("not heard; heard were " + heard.stream().map(Heard::topic).toList());
      }
      heard.add(next);
      if (fits.test(next)) {
        return next;
      }
    }
  }

  /// Waits for the next message of a topic.
  public Heard await(String topic) throws InterruptedException {
    return await(message -> message.topic().equals(topic));
  }

  /// All that was looked at so far, of one topic.
  public List<Heard> heard(String topic) {
    return heard.stream().filter(message -> message.topic().equals(topic)).toList();
  }

  public void publish(String topic, byte[] bytes, boolean retained) throws MqttException {
    client.publish(topic, bytes, 1, retained);
  }

  @Override
  public void close() throws MqttException {
    client.disconnectForcibly(0, 1000, true);
    client.close(true);
  }
}
