package io.plumbline.daemon.ingest;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/// One MQTT session, connected again for ever. Each connection is a new client object: a Paho client that was once in trouble is not used
/// again, and its own reconnecting (which does not retry a first connect and shares its delay between clients) stays off.
final class MqttLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
  private static final long ACTION_TIMEOUT_MS = 10_000;
  private static final long DISCONNECT_TIMEOUT_MS = 1_000;
  /// So long what was handed over before the end may take: acknowledgements, to the broker and to bars.
  private static final long QUIESCE_MS = 500;
  private static final int KEEP_ALIVE_S = 15;
  private static final int MAX_INFLIGHT = 200;
  private static final double FIRST_DELAY_S = 0.25;
  private static final double LONGEST_DELAY_S = 30;
  private static final int REFUSED = 128;
  /// A connection that is lost sooner was hardly one.
  private static final long BRIEF_NS = TimeUnit.SECONDS.toNanos(5);
  private static final int MANY_BRIEF = 3;

  /// Takes what comes in. Called by the connection's own thread, so it only enqueues.
  interface Receiver {
    void arrived(Arrival arrival) throws InterruptedException;

    void linkChanged(boolean connected);
  }

  /// What is subscribed to.
  record Subscription(String filter, int qos) {}

  /// A retained message that the broker publishes when the session is lost, and the session when it ends.
  record Will(String topic, String text) {
    byte[] payload() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /// @param durable whether the broker keeps messages while the daemon is away and waits for each to be acknowledged
  /// @param will     null for none
  /// @param obsolete filters of former starts that the broker may still serve, which are given back
  record Session(String clientId, boolean durable, List<Subscription> subscriptions, @Nullable Will will,
      List<String> obsolete) {
    Session {
      subscriptions = List.copyOf(subscriptions);
      obsolete = List.copyOf(obsolete);
    }

    Session(String clientId, boolean durable, List<Subscription> subscriptions, @Nullable Will will) {
      this(clientId, durable, subscriptions, will, List.of());
    }

    /// The same, giving back filters.
    Session without(List<String> filters) {
      return new Session(clientId, durable, subscriptions, will,
          Stream.concat(obsolete.stream(), filters.stream()).toList());
    }

    /// One that hears channels of every bar.
    static Session ofBars(String clientId, boolean durable, List<Channel> channels) {
      return new Session(clientId, durable, channels.stream()
          .map(channel -> new Subscription(Topics.ofEveryBar(channel), channel.qos())).toList(), null);
    }
  }

  private final BrokerAddress address;
  private final Session session;
  private final Receiver receiver;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch firstConnected = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable MqttAsyncClient current;
  /// Opens when the present connection is lost, or is to end.
  private volatile CountDownLatch ended = new CountDownLatch(0);

  MqttLink(BrokerAddress address, Session session, Receiver receiver) {
    this.address = address;
    this.session = session;
    this.receiver = receiver;
    this.thread = Thread.ofPlatform().name("link-" + session.clientId).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Waits until the session has been there once, subscriptions and all.
  boolean awaitConnected(long timeoutMs) throws InterruptedException {
    return firstConnected.await(timeoutMs, TimeUnit.MILLISECONDS);
  }

  /// Publishes if there is a connection; tells whether it was handed over.
  boolean publish(String topic, byte[] payload, int qos, boolean retained) {
    MqttAsyncClient client = current;
    if (client == null) {
      return false;
    }
    try {
      client.publish(topic, payload, qos, retained);
      return true;
    } catch (MqttException e) {
      LOG.debug("Not published to {}: {}", topic, e.getMessage());
      return false;
    }
  }

  private void run() {
    int failures = 0;
    int brief = 0;
    while (stop.getCount() > 0) {
      try {
        ended = new CountDownLatch(1);
        MqttAsyncClient client = connect(ended);
        LOG.debug("Connected to {} as {}", address, session.clientId);
        failures = 0;
        long connectedNs = System.nanoTime();
        try {
          current = client;
          receiver.linkChanged(true);
          firstConnected.countDown();
          awaitEnd(client);
        } finally {
          current = null;
          sayWill(client);
          disconnect(client);
        }
        receiver.linkChanged(false);
        brief = System.nanoTime() - connectedNs < BRIEF_NS ? brief + 1 : 0;
        if (brief >= MANY_BRIEF && stop.getCount() > 0) {
          tellOfBriefConnections(brief);
        }
      } catch (MqttException | RuntimeException e) {
        // The unexpected too: a session that ends in silence is never missed until somebody misses its data.
        double delayS = delayS(failures++);
        LOG.warn("No session with broker {} ({}): trying again in {} s", address, Reasons.of(e),
            String.format(Locale.ROOT, "%.1f", delayS));
        awaitStop((long) (delayS * 1000));
      }
    }
  }

  /// The broker ends the older of two connections with one client id (MQTT 3.1.1, section 3.1.4), without a word that tells why.
  private void tellOfBriefConnections(int times) {
    double delayS = delayS(times - MANY_BRIEF);
    LOG.warn(
        "Broker {} ended the connection of '{}' {} times in a row soon after it was made: does another daemon use the same client id? Each needs a --client-id "
            + "of its own. Connecting again in {} s",
        address, session.clientId, times,
        String.format(Locale.ROOT, "%.1f", delayS));
    awaitStop((long) (delayS * 1000));
  }

  private MqttAsyncClient connect(CountDownLatch lost) throws MqttException {
    MqttAsyncClient client = new MqttAsyncClient(address.uri(), session.clientId, new MemoryPersistence());
    try {
      client.setManualAcks(session.durable);
      client.setCallback(new Callback(client, lost));
      client.connect(options()).waitForCompletion(ACTION_TIMEOUT_MS);
      if (!session.obsolete.isEmpty()) {
        client.unsubscribe(session.obsolete.toArray(new String[0])).waitForCompletion(ACTION_TIMEOUT_MS);
      }
      subscribe(client);
      return client;
    } catch (MqttException | RuntimeException e) {
      disconnect(client);
      throw e;
    }
  }

  private MqttConnectOptions options() {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setAutomaticReconnect(false);
    options.setCleanSession(!session.durable);
    options.setKeepAliveInterval(KEEP_ALIVE_S);
    options.setConnectionTimeout((int) TimeUnit.MILLISECONDS.toSeconds(ACTION_TIMEOUT_MS));
    options.setMaxInflight(MAX_INFLIGHT);
    if (address.sockets() != null) {
      options.setSocketFactory(address.sockets());
    }
    Will will = session.will;
    if (will != null) {
      options.setWill(will.topic, will.payload(), 1, true);
    }
    if (address.user() != null) {
      options.setUserName(address.user());
    }
    if (address.password() != null) {
      options.setPassword(address.password().toCharArray());
    }
    return options;
  }

  private void subscribe(MqttAsyncClient client) throws MqttException {
    String[] filters = session.subscriptions.stream().map(Subscription::filter).toArray(String[]::new);
    int[] qos = session.subscriptions.stream().mapToInt(Subscription::qos).toArray();
    IMqttToken token = client.subscribe(filters, qos);
    token.waitForCompletion(ACTION_TIMEOUT_MS);
    for (int granted : token.getGrantedQos()) {
      if (granted == REFUSED) {
        throw new MqttException(MqttException.REASON_CODE_SUBSCRIBE_FAILED);
      }
    }
  }

  private void awaitEnd(MqttAsyncClient client) {
    try {
      while (stop.getCount() > 0 && client.isConnected() && !ended.await(1, TimeUnit.SECONDS)) {
        // The second is only a net under the callback.
        LOG.trace("Connected to {}", address);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
    if (stop.getCount() > 0) {
      LOG.warn("Connection to broker {} was lost: connecting again", address);
    }
  }

  private void awaitStop(long timeoutMs) {
    try {
      if (stop.await(timeoutMs, TimeUnit.MILLISECONDS)) {
        LOG.trace("Stopped while waiting for {}", address);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  /// Exponential with jitter, so that many clients of a broker that comes back do not come back at once.
  private static double delayS(int failures) {
    double longest = Math.min(LONGEST_DELAY_S, FIRST_DELAY_S * Math.pow(2, Math.min(failures, 10)));
    return longest * ThreadLocalRandom.current().nextDouble(0.5, 1.0);
  }

  /// Who leaves politely gets no last will from the broker.
  private void sayWill(MqttAsyncClient client) {
    Will will = session.will;
    if (will == null || !client.isConnected()) {
      return;
    }
    try {
      client.publish(will.topic, will.payload(), 1, true).waitForCompletion(DISCONNECT_TIMEOUT_MS);
    } catch (MqttException e) {
      LOG.debug("Last words to {} were not heard: {}", will.topic, e.getMessage());
    }
  }

  private static void disconnect(MqttAsyncClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect(QUIESCE_MS).waitForCompletion(QUIESCE_MS + DISCONNECT_TIMEOUT_MS);
      }
    } catch (MqttException e) {
      LOG.debug("Not disconnected politely: {}", e.getMessage());
      disconnectForcibly(client);
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("Not closed: {}", e.getMessage());
    }
  }

  private static void disconnectForcibly(MqttAsyncClient client) {
    try {
      client.disconnectForcibly(0, 1, false);
    } catch (MqttException e) {
      LOG.debug("Was disconnected: {}", e.getMessage());
    }
  }

  /// Ends the connection; a durable session stays with the broker.
  @Override
  public void close() {
    stop.countDown();
    ended.countDown();
    try {
      thread.join(ACTION_TIMEOUT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Callback implements MqttCallback {
    private final MqttAsyncClient client;
    private final CountDownLatch lost;

    Callback(MqttAsyncClient client, CountDownLatch lost) {
      this.client = client;
      this.lost = lost;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
      receiver.arrived(new Arrival(topic, message, client));
    }

    @Override
    public void connectionLost(Throwable cause) {
      LOG.debug("Connection lost: {}", cause.getMessage());
      lost.countDown();
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // Acks need no answer: a bar that misses one sends again and gets the next.
    }
  }
}
