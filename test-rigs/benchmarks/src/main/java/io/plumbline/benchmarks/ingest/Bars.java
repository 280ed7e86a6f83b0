package io.plumbline.benchmarks.ingest;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// Connections of bars that publish as fast as the broker takes it, each with its own.
final class Bars implements AutoCloseable {
  private static final int WINDOW = 50;
  private static final int QOS = 1;
  /// The client library takes its time for each.
  private static final int CONNECT_AT_ONCE = 50;
  private static final long CONNECT_MS = 30_000;
  private static final long CLOSE_MS = 1;

  private final List<MqttAsyncClient> clients = new ArrayList<>();
  private final Reps reps = new Reps();

  /// Connects them.
  ///
  /// @throws IOException where the broker does not take one
  Bars(String brokerUri, int count) throws IOException {
    try {
      List<IMqttToken> connecting = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        MqttAsyncClient client = new MqttAsyncClient(brokerUri, id(i), new MemoryPersistence());
        clients.add(client);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMaxInflight(2 * WINDOW);
        connecting.add(client.connect(options));
        if (connecting.size() == CONNECT_AT_ONCE || i == count - 1) {
          for (IMqttToken token : connecting) {
            token.waitForCompletion(CONNECT_MS);
          }
          connecting.clear();
        }
      }
    } catch (MqttException e) {
      close();
      throw new IOException("bar " + clients.size() + " cannot connect to " + brokerUri + ": " + e.getMessage(), e);
    }
  }

  static String id(int bar) {
    return "bar-" + (bar + 1);
  }

  /// Publishes reps of each bar, with these sequence numbers; returns when the broker has them.
  ///
  /// @param sendersAtOnce threads
  void publish(int first, int last, int sendersAtOnce) throws IOException {
    try (ExecutorService senders = Executors
        .newFixedThreadPool(sendersAtOnce, Thread.ofPlatform().daemon().name("bar-", 0).factory())) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < clients.size(); i++) {
        MqttAsyncClient client = clients.get(i);
        String bar = id(i);
        all.add(senders.submit(() -> {
          publish(client, bar, first, last);
          return null;
        }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a bar could not publish: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void publish(MqttAsyncClient client, String bar, int first, int last)
      throws MqttException, InterruptedException {
    Semaphore window = new Semaphore(WINDOW);
    IMqttActionListener taken = new IMqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        window.release();
      }

      @Override
      public void onFailure(IMqttToken token, Throwable reason) {
        window.release();
      }
    };
    String topic = Topics.of(bar, Channel.REP);
    for (int sequence = first; sequence <= last; sequence++) {
      window.acquire();
      client.publish(topic, reps.payload(bar, sequence), QOS, false, null, taken);
    }
    window.acquire(WINDOW);
  }

  /// Publishes a rep of one bar again, as a bar does that was not told that it is stored; returns when the broker has it.
  void publishAgain(String barId, int sequence) throws IOException {
    for (int i = 0; i < clients.size(); i++) {
      if (id(i).equals(barId)) {
        try {
          clients.get(i).publish(Topics.of(barId, Channel.REP), reps.payload(barId, sequence), QOS, false)
              .waitForCompletion(CONNECT_MS);
        } catch (MqttException e) {
          throw new IOException(barId + " cannot publish: " + e.getMessage(), e);
        }
      }
    }
  }

  @Override
  public void close() {
    for (MqttAsyncClient client : clients) {
      try {
        // Without a word: the client library waits long for each.
        client.disconnectForcibly(0, CLOSE_MS, false);
        client.close(true);
      } catch (MqttException e) {
        // The broker ended first.
      }
    }
  }

  /// How long all of this may take at the most.
  static Duration limit(int reps) {
    return Duration.ofSeconds(60 + reps / 20);
  }
}
