package io.plumbline.benchmarks.latency;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// A subscriber at the broker that hears the bar's states, and, as a baseline, bare messages of the same size that a client beside it publishes.
final class Subscriber implements AutoCloseable {
  private static final String BARE = "plumbline-benchmark/bare";
  /// As long as a state is.
  private static final int BARE_BYTES = 400;
  private static final long BARE_PERIOD_MS = 250;
  private static final long CLOSE_MS = 2000;

  private @Nullable ScheduledFuture<?> ticks;
  private final MqttClient listening;
  private final MqttClient publishing;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
      .name("bare-messages").daemon(true).factory());

  /// @param heard told of states
  /// @param bare  counts bare messages, from the call that publishes to the subscriber's
  Subscriber(String brokerUri, String stateTopic, Heard heard, Delay bare) throws IOException {
    ContractCodec codec = new ContractCodec();
    try {
      listening = new MqttClient(brokerUri, "latency-subscriber", new MemoryPersistence());
      publishing = new MqttClient(brokerUri, "latency-publisher", new MemoryPersistence());
      listening.connect();
      publishing.connect();
      listening.subscribe(stateTopic, 0, (topic, message) -> {
        long nowNs = System.nanoTime();
        heard.take(state(codec, message.getPayload()), nowNs);
      });
      listening.subscribe(BARE, 0, (topic, message) -> bare.add(System.nanoTime() - sentNs(message.getPayload())));
    } catch (MqttException e) {
      throw new IOException("the broker at " + brokerUri + " cannot be used: " + e.getMessage(), e);
    }
  }

  /// Begins with the bare messages.
  void publishBare() {
    ticks = clock.scheduleWithFixedDelay(this::publish, BARE_PERIOD_MS, BARE_PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private static State state(ContractCodec codec, byte[] bytes) throws ContractException {
    return (State) codec.decode(bytes);
  }

  private void publish() {
    byte[] bytes = new byte[BARE_BYTES];
    ByteBuffer.wrap(bytes).putLong(System.nanoTime());
    try {
      publishing.publish(BARE, bytes, 0, false);
    } catch (MqttException e) {
      // One less to compare with.
      clock.shutdown();
    }
  }

  private static long sentNs(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong();
  }

  @Override
  public void close() throws IOException {
    if (ticks != null) {
      ticks.cancel(true);
    }
    clock.shutdownNow();
    try {
      for (MqttClient client : new MqttClient[]{publishing, listening}) {
        client.disconnectForcibly(0, CLOSE_MS, true);
        client.close(true);
      }
    } catch (MqttException e) {
      throw new IOException("a client did not end: " + e.getMessage(), e);
    }
  }
}
