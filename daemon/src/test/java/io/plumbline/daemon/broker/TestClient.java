package io.plumbline.daemon.broker;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// A client that remembers the last text it heard on each topic.
final class TestClient implements AutoCloseable {
  private static final long TIMEOUT_MS = 30_000;
  private static final int MOST_IN_FLIGHT = 1000;

  private final Map<String, String> heard = new ConcurrentHashMap<>();
  private final CountDownLatch lost = new CountDownLatch(1);
  private final MqttAsyncClient client;

  /// How to come in.
  ///
  /// @param will topic of a last will, null for none
  record Door(String uri, @Nullable Login login, String clientId, @Nullable String will,
      @Nullable SSLSocketFactory tls) {
    static Door of(String uri, @Nullable Login login, String clientId) {
      return new Door(uri, login, clientId, null, null);
    }

    Door withWill(String topic) {
      return new Door(uri, login, clientId, topic, tls);
    }
  }

  /// @throws MqttException where the broker refuses
  TestClient(Door door) throws MqttException {
    this(door, true);
  }

  TestClient(Door door, boolean clean) throws MqttException {
    client = new MqttAsyncClient(door.uri, door.clientId, new MemoryPersistence());
    client.setCallback(new MqttCallback() {
      @Override
      public void messageArrived(String topic, MqttMessage message) {
        heard.put(topic, new String(message.getPayload(), StandardCharsets.UTF_8));
        synchronized (heard) {
          heard.notifyAll();
        }
      }

      @Override
      public void connectionLost(Throwable cause) {
        lost.countDown();
      }

      @Override
      public void deliveryComplete(IMqttDeliveryToken token) {
        // The one who publishes waits for it.
      }
    });
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(clean);
    // The client counts a message down only after its token has completed, so many short ones overlap.
    options.setMaxInflight(MOST_IN_FLIGHT);
    Login login = door.login;
    if (login != null) {
      options.setUserName(login.user());
      options.setPassword(login.secret().toCharArray());
    }
    if (door.will != null) {
      options.setWill(door.will, "the last will".getBytes(StandardCharsets.UTF_8), 1, false);
    }
    if (door.tls != null) {
      options.setSocketFactory(door.tls);
      options.setHttpsHostnameVerificationEnabled(true);
    }
    try {
      client.connect(options).waitForCompletion(TIMEOUT_MS);
    } catch (MqttException e) {
      client.close(true);
      throw e;
    }
  }

  /// The broker's word on a subscription: 128 is a refusal.
  int subscribe(String filter) throws MqttException {
    try {
      IMqttToken token = client.subscribe(filter, 1);
      token.waitForCompletion(TIMEOUT_MS);
      return token.getGrantedQos()[0];
    } catch (MqttException e) {
      if (e.getReasonCode() == 128) {
        return 128;
      }
      throw e;
    }
  }

  /// Returns when the broker has acknowledged it.
  void publish(String topic, String text, boolean retained) throws MqttException {
    client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, retained).waitForCompletion(TIMEOUT_MS);
  }

  /// Waits until each of these topics has brought this text.
  boolean awaitHeard(List<String> topics, String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MS);
    synchronized (heard) {
      while (!topics.stream().allMatch(topic -> text.equals(heard.get(topic)))) {
        long leftMs = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (leftMs <= 0) {
          return false;
        }
        heard.wait(leftMs);
      }
    }
    return true;
  }

  @Nullable
  String heard(String topic) {
    return heard.get(topic);
  }

  boolean awaitLost() throws InterruptedException {
    return lost.await(TIMEOUT_MS, TimeUnit.MILLISECONDS);
  }

  boolean isConnected() {
    return client.isConnected();
  }

  /// Goes without a word, so that the broker publishes the last will.
  void vanish() throws MqttException {
    client.disconnectForcibly(0, 1, false);
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect().waitForCompletion(TIMEOUT_MS);
    }
    client.close(true);
  }
}
