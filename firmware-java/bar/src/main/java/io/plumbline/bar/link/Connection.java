package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.contract.Availability;
import io.plumbline.contract.Topics;
import java.util.Optional;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to the broker, from connect to loss; the next one is a new object. The client's callbacks do nothing but put aside and
/// wake, because a callback that waits stops the client's receiver.
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int KEEP_ALIVE_S = 15;
  /// More than our own window, because the client counts a message for a moment after it was acknowledged.
  private static final int CLIENT_WINDOW_RESERVE = 48;

  private final LinkConfig config;
  private final Outbox outbox;
  private final MqttAsyncClient client;
  private final ToLongFunction<byte[]> ackReader;
  private final @Nullable CommandListener commands;
  private final AtomicLong storedUpTo = new AtomicLong(Long.MIN_VALUE);
  private volatile @Nullable String lossReason;

  private Connection(LinkConfig config, Outbox outbox, ToLongFunction<byte[]> ackReader,
      @Nullable CommandListener commands) throws MqttException {
    this.commands = commands;
    this.config = config;
    this.outbox = outbox;
    this.ackReader = ackReader;
    this.client = new MqttAsyncClient(config.brokerUri(), "plumbline-bar-" + config.barId(), new MemoryPersistence());
  }

  /// Connects, subscribes to the daemon's acknowledgements and to commands, and tells that the bar is online.
  ///
  /// @param ackReader what an acknowledgement says is stored, a negative number where it is none of ours; called on the client's thread
  /// @param commands  takes commands, null where none are taken
  /// @throws ConfigException where a file of its security cannot be used any more
  static Connection open(LinkConfig config, Outbox outbox, int window, ToLongFunction<byte[]> ackReader,
      @Nullable CommandListener commands) throws MqttException, ConfigException {
    Connection connection = new Connection(config, outbox, ackReader, commands);
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
    if (commands != null) {
      await(client.subscribe(Topics.everyCommand(config.barId()), Topics.COMMAND_QOS));
    }
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
    publish(topic(channel), message.bytes(), channel.qos(), channel.retained(), () -> outbox.acknowledge(message));
  }

  /// Hands the answer to a command to the client; `answers` learn of its acknowledgement.
  void publish(Answers.Answer answer, Answers answers) throws MqttException {
    publish(Topics.commandResult(config.barId(), answer.command()), answer.bytes(), Topics.COMMAND_QOS, false, () -> {
      answers.acknowledge(answer);
      outbox.wake();
    });
  }

  private void publish(String topic, byte[] bytes, int qos, boolean retained, Runnable acknowledged)
      throws MqttException {
    client.publish(topic, bytes, qos, retained, null, new IMqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        acknowledged.run();
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
      Optional<Topics.CommandAddress> command = Topics.parseCommand(topic);
      if (command.isPresent()) {
        take(command.get(), message);
        return;
      }
      storedUpTo.accumulateAndGet(ackReader.applyAsLong(message.getPayload()), Math::max);
      outbox.wake();
    }

    /// What fails here costs the command, not the connection.
    private void take(Topics.CommandAddress command, MqttMessage message) {
      CommandListener listener = commands;
      if (listener == null || command.result()) {
        return;
      }
      try {
        listener.onCommand(command.name(), message.getPayload(), message.isRetained());
      } catch (RuntimeException e) {
        LOG.warn("the command {} failed: {}", command.name(), e.toString());
      }
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // Each publish has its own listener.
    }
  }
}
