package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.contract.Availability;
import io.plumbline.contract.Topics;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// One connection to the broker, from connect to loss; the next one is a new object. The client's callbacks do nothing but put aside and
/// wake, because a callback that waits stops the client's receiver.
final class Connection {
  private static final int KEEP_ALIVE_S = 15;
  /// More than our own window, because the client counts a message for a moment after it was acknowledged.
  private static final int CLIENT_WINDOW_RESERVE = 32;

  private final LinkConfig config;
  private final Outbox outbox;
  private final MqttAsyncClient client;
  private final ToLongFunction<byte[]> ackReader;
  private final AtomicLong storedUpTo = new AtomicLong(Long.MIN_VALUE);
  private volatile @Nullable String lossReason;

  private Connection(LinkConfig config, Outbox outbox, ToLongFunction<byte[]> ackReader) throws MqttException {
    this.config = config;
    this.outbox = outbox;
    this.ackReader = ackReader;
    this.client = new MqttAsyncClient(config.brokerUri(), "plumbline-bar-" + config.barId(), new MemoryPersistence());
  }

  /// Connects, subscribes to the daemon's acknowledgements and tells that the bar is online.
  ///
  /// @param ackReader what an acknowledgement says is stored, a negative number where it is none of ours; called on the client's thread
  /// @throws ConfigException where a file of its security cannot be used any more
  static Connection open(LinkConfig config, Outbox outbox, int window, ToLongFunction<byte[]> ackReader)
      throws MqttException, ConfigException {
    Connection connection = new Connection(config, outbox, ackReader);
    try {
      connection.connect(window);
      return connection;
    } catch (MqttException | ConfigException | RuntimeException e) {
      connection.abandon();
      throw e;
    }
  }

  private void connect(int window) throws MqttException, ConfigException {
    LinkKeys keys = config.security().open();
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setConnectionTimeout(Math.max(1, (int) config.actionLimit().toSeconds()));
    options.setMaxInflight(window + CLIENT_WINDOW_RESERVE);
    Topics.Channel availability = Topics.Channel.AVAILABILITY;
    options.setWill(topic(availability), Availability.OFFLINE.bytes(), availability.qos(), availability.retained());
    if (config.brokerUri().startsWith("tcp:")) {
      options.setSocketFactory(new NoDelaySocketFactory());
    } else {
      options.setSocketFactory(keys.sockets());
      options.setHttpsHostnameVerificationEnabled(true);
    }
    if (!config.security().user().isEmpty()) {
      options.setUserName(config.security().user());
      options.setPassword(keys.password());
    }
    client.setCallback(new Callbacks());
    await(client.connect(options));
    await(client.subscribe(topic(Topics.Channel.ACK), Topics.Channel.ACK.qos()));
    await(
        client.publish(topic(availability), Availability.ONLINE.bytes(), availability.qos(), availability.retained()));
  }

  private void await(IMqttToken token) throws MqttException {
    token.waitForCompletion(config.actionLimit().toMillis());
  }

  private String topic(Topics.Channel channel) {
    return Topics.of(config.barId(), channel);
  }

  /// Hands a message to the client; `outbox` learns of its acknowledgement.
  void publish(Message message) throws MqttException {
    Topics.Channel channel = message.channel();
    client.publish(topic(channel), message.bytes(), channel.qos(), channel.retained(), null, new IMqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        outbox.acknowledge(message);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable reason) {
        lose(reason);
      }
    });
  }

  private void lose(@Nullable Throwable reason) {
    lossReason = reason == null ? "connection lost" : LinkTrouble.describe(reason, config);
    outbox.wake();
  }

  /// Why the connection is gone, null while it stands.
  @Nullable
  String lossReason() {
    return lossReason;
  }

  /// The most that the daemon said on this connection to have stored, a negative number where it said nothing.
  long storedUpTo() {
    return storedUpTo.get();
  }

  /// Says goodbye: tells that the bar is offline and disconnects, so that the last will is not needed.
  void close() {
    try {
      Topics.Channel availability = Topics.Channel.AVAILABILITY;
      await(client.publish(topic(availability), Availability.OFFLINE.bytes(), availability.qos(),
          availability.retained()));
      await(client.disconnect());
      client.close(true);
    } catch (MqttException e) {
      abandon();
    }
  }

  /// Lets go without a word; the broker publishes the last will.
  void abandon() {
    try {
      client.disconnectForcibly(0, 1, false);
      client.close(true);
    } catch (MqttException | RuntimeException e) {
      // It is gone either way, and a new connection is a new client.
    }
  }

  private final class Callbacks implements MqttCallback {
    @Override
    public void connectionLost(Throwable reason) {
      lose(reason);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      storedUpTo.accumulateAndGet(ackReader.applyAsLong(message.getPayload()), Math::max);
      outbox.wake();
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // Each publish has its own listener.
    }
  }
}
