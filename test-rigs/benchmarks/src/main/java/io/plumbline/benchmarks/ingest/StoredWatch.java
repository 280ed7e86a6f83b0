package io.plumbline.benchmarks.ingest;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Ack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// Waits until the daemon has told every bar that everything is stored: its acknowledgement leaves after the commit.
final class StoredWatch implements AutoCloseable {
  private static final String ACKS = "plumbline/+/ack";
  private static final long CLOSE_MS = 2000;

  private final MqttClient client;
  private final int bars;
  private final CountDownLatch missing;
  private final Set<String> complete = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  StoredWatch(String brokerUri, int bars, int repsEach) throws IOException {
    this.bars = bars;
    missing = new CountDownLatch(bars);
    ContractCodec codec = new ContractCodec();
    try {
      client = new MqttClient(brokerUri, MqttClient.generateClientId(), new MemoryPersistence());
      client.connect();
      client.subscribe(ACKS, 1, (topic, message) -> take(codec, message.getPayload(), repsEach));
    } catch (MqttException e) {
      throw new IOException("the broker at " + brokerUri + " cannot be used: " + e.getMessage(), e);
    }
  }

  private void take(ContractCodec codec, byte[] bytes, int repsEach) {
    try {
      if (codec.decode(bytes) instanceof Ack ack && ack.storedUpTo() >= repsEach && complete.add(ack.barId())) {
        missing.countDown();
      }
    } catch (ContractException e) {
      trouble.set(e.getMessage());
    }
  }

  void await(Duration limit) throws IOException {
    try {
      if (!missing.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the daemon has not stored the reps of " + missing.getCount() + " bars within "
            + limit.toSeconds() + " s" + (trouble.get() == null ? "" : "; " + trouble.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Waits like [#await].
  ///
  /// @return the bars that have not been told until then
  List<String> notTold(Duration limit) throws IOException {
    try {
      if (missing.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return List.of();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return IntStream.range(0, bars).mapToObj(Bars::id).filter(bar -> !complete.contains(bar)).toList();
  }

  @Override
  public void close() throws IOException {
    try {
      client.disconnectForcibly(0, CLOSE_MS, true);
      client.close(true);
    } catch (MqttException e) {
      throw new IOException("a client did not end: " + e.getMessage(), e);
    }
  }
}
