package io.plumbline.daemon.ingest;

import io.plumbline.contract.Availability;
import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.codec.PayloadTypes;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.Guidance;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a bar a command and waits for its answer, each over a connection of its own. Thread-safe.
public final class CommandSender {
  private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
  private static final long ACTION_TIMEOUT_MS = 10_000;
  private static final long GOODBYE_TIMEOUT_MS = 1_000;

  private final BrokerAddress address;
  private final ContractCodec codec = new ContractCodec();

  /// What came back.
  ///
  /// @param result  the bar's answer, null where none came in time
  /// @param present what the broker knows of the bar: null where it has never heard of it
  public record Reply(@Nullable CommandResult result, @Nullable Availability present) {}

  /// @param address of the broker that the bar is at
  public CommandSender(BrokerAddress address) {
    this.address = address;
  }

  /// Sends a command.
  ///
  /// @param limit longest wait for the answer
  /// @throws IOException where the broker cannot be reached or is lost; the message is one line for a person
  public Reply send(String barId, Command command, Duration limit) throws IOException, InterruptedException {
    return send(barId, command, limit, guidance -> {});
  }

  /// Sends a command that guides a person.
  ///
  /// @param limit    longest wait for the answer, and for it after each guidance
  /// @param guidance gets what the bar asks for, on the client's thread; must not wait
  /// @throws IOException where the broker cannot be reached or is lost; the message is one line for a person
  public Reply send(String barId, Command command, Duration limit, Consumer<Guidance> guidance)
      throws IOException, InterruptedException {
    String name = PayloadTypes.nameOf(command);
    Listener listener = new Listener(command.correlationId(), Topics.of(barId, Channel.AVAILABILITY),
        Topics.of(barId, Channel.GUIDANCE), guidance);
    MqttAsyncClient client = null;
    try {
      client = new MqttAsyncClient(address.uri(), "plumbline-tell-" + UUID.randomUUID(), new MemoryPersistence());
      client.setCallback(listener);
      client.connect(options()).waitForCompletion(ACTION_TIMEOUT_MS);
      client.subscribe(listener.availabilityTopic, 1).waitForCompletion(ACTION_TIMEOUT_MS);
      client.subscribe(Topics.commandResult(barId, name), Topics.COMMAND_QOS).waitForCompletion(ACTION_TIMEOUT_MS);
      if (command instanceof Command.Calibrate) {
        client.subscribe(listener.guidanceTopic, Channel.GUIDANCE.qos()).waitForCompletion(ACTION_TIMEOUT_MS);
      }
      client.publish(Topics.command(barId, name), codec.encode(command), Topics.COMMAND_QOS, false)
          .waitForCompletion(ACTION_TIMEOUT_MS);
      return new Reply(listener.await(limit), listener.present.get());
    } catch (MqttException e) {
      throw new IOException("broker " + address + ": " + Reasons.of(e), e);
    } finally {
      if (client != null) {
        leave(client);
      }
    }
  }

  private MqttConnectOptions options() {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout((int) Duration.ofMillis(ACTION_TIMEOUT_MS).toSeconds());
    if (address.sockets() != null) {
      options.setSocketFactory(address.sockets());
    }
    String user = address.user();
    String password = address.password();
    if (user != null) {
      options.setUserName(user);
    }
    if (password != null) {
      options.setPassword(password.toCharArray());
    }
    return options;
  }

  private static void leave(MqttAsyncClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(GOODBYE_TIMEOUT_MS);
      }
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("Not disconnected politely: {}", e.getMessage());
    }
  }

  /// Only puts aside: the client's thread must not wait.
  private final class Listener implements MqttCallback {
    private final CompletableFuture<CommandResult> answer = new CompletableFuture<>();
    private final AtomicReference<@Nullable Availability> present = new AtomicReference<>();
    private final String correlationId;
    private final String availabilityTopic;
    private final String guidanceTopic;
    private final Consumer<Guidance> guidance;
    private final AtomicLong signNs = new AtomicLong(System.nanoTime());

    Listener(String correlationId, String availabilityTopic, String guidanceTopic, Consumer<Guidance> guidance) {
      this.correlationId = correlationId;
      this.availabilityTopic = availabilityTopic;
      this.guidanceTopic = guidanceTopic;
      this.guidance = guidance;
    }

    @Nullable
    CommandResult await(Duration limit) throws IOException, InterruptedException {
      signNs.set(System.nanoTime());
      try {
        while (true) {
          long leftNs = signNs.get() + limit.toNanos() - System.nanoTime();
          if (leftNs <= 0) {
            return answer.getNow(null);
          }
          CommandResult result = within(leftNs);
          if (result != null) {
            return result;
          }
        }
      } catch (ExecutionException e) {
        throw new IOException("broker " + address + " was lost before the bar answered: " + Reasons.of(e), e);
      }
    }

    private @Nullable CommandResult within(long limitNs) throws ExecutionException, InterruptedException {
      try {
        return answer.get(limitNs, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return null;
      }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      if (topic.equals(availabilityTopic)) {
        present.set(Availability.parse(message.getPayload()).orElse(null));
        return;
      }
      try {
        if (topic.equals(guidanceTopic)) {
          Guidance now = codec.decode(message.getPayload(), Guidance.class);
          if (now.correlationId().equals(correlationId)) {
            signNs.set(System.nanoTime());
            guidance.accept(now);
          }
          return;
        }
        CommandResult result = codec.decode(message.getPayload(), CommandResult.class);
        if (result.correlationId().equals(correlationId)) {
          answer.complete(result);
        }
      } catch (ContractException e) {
        LOG.warn("Ignored an answer on {}: {}", topic, e.getMessage());
      }
    }

    @Override
    public void connectionLost(Throwable cause) {
      answer.completeExceptionally(cause);
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // The bar's answer counts, not the broker's.
    }
  }
}
