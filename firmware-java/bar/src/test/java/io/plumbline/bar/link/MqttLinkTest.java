package io.plumbline.bar.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.testing.TestBroker;
import io.plumbline.bar.testing.TestSubscriber;
import io.plumbline.bar.testing.TestSubscriber.Heard;
import io.plumbline.contract.Topics;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Trace;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttLinkTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String JOURNAL = "rec-1";

  private final ContractCodec codec = new ContractCodec();
  private final Events events = new Events();

  /// Puts down what the link tells.
  private static final class Events implements LinkListener {
    final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public void onConnected(String brokerUri) {
      told.add("connected");
    }

    @Override
    public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
      told.add("unreachable");
    }

    @Override
    public void onStored(long storedUpTo) {
      told.add("stored " + storedUpTo);
    }

    void await(String event) throws InterruptedException {
      String next;
      do {
        next = told.poll(60, TimeUnit.SECONDS);
        assertTrue(next != null, "never told: " + event);
      } while (!event.equals(next));
    }
  }

  private MqttLink link(String uri, String barId, int capacity, boolean mayWait) {
    LinkConfig config = new LinkConfig(uri, barId, capacity, mayWait, Duration.ofMillis(200), Duration.ofMillis(5),
        Duration.ofMillis(50), Duration.ofSeconds(10));
    return new MqttLink(config, JOURNAL, events);
  }

  private static Trace summary(long sequence) {
    return new Trace(new RecordKey("bar-1", JOURNAL, sequence), List.of(0.0), List.of(0.0), List.of(0.0), List.of(0.0),
        null, null, null);
  }

  private static State state(Phase phase) {
    return new State(phase, null, Exercise.UNKNOWN, 0, 0, null, null, null, null, State.Health.OK, null, null);
  }

  private static Info info() {
    return new Info("bar-1", JOURNAL, Info.Mode.REPLAY, "1", null, List.of(), List.of(), List.of());
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void shouldPublishOnItsTopicsFromOnlineToOfflineWhenTheBrokerIsThere() throws Exception {
    try (TestBroker broker = new TestBroker(); TestSubscriber subscriber = new TestSubscriber(broker.uri())) {
      LinkReport report;
      try (MqttLink link = link(broker.uri(), "bar-1", 100, true)) {
        link.start();
        assertEquals("online", subscriber.await("plumbline/bar-1/availability").text());
        link.emit(info());
        link.emit(state(Phase.REST));
        for (int i = 1; i <= 50; i++) {
          link.emit(summary(i));
        }
        report = link.stop(LONG, Duration.ZERO, 0);
      }
      assertEquals(new LinkReport(50, 0, 0, -1), report);
      assertEquals("offline", subscriber.await("plumbline/bar-1/availability").text());
      List<Heard> traces = subscriber.heard("plumbline/bar-1/trace");
      assertEquals(50, traces.size());
      for (int i = 0; i < 50; i++) {
        assertEquals(new String(codec.encode(summary(i + 1)), StandardCharsets.UTF_8), traces.get(i).text());
        assertEquals(1, traces.get(i).qos());
      }
      assertEquals(1, subscriber.heard("plumbline/bar-1/info").size());
      assertEquals(1, subscriber.heard("plumbline/bar-1/state").size());
      try (TestSubscriber late = new TestSubscriber(broker.uri())) {
        Payload retained = codec.decode(late.await("plumbline/bar-1/info").text().getBytes(StandardCharsets.UTF_8));
        assertEquals(info(), retained);
      }
    }
  }

  @Test
  void shouldLoseNothingAndComeBackWhenTheBrokerGoesAway() throws Exception {
    TestBroker first = new TestBroker();
    int port = first.port();
    try (MqttLink link = link(first.uri(), "bar-1", 1000, true)) {
      link.start();
      events.await("connected");
      link.emit(state(Phase.ASCENT));
      first.close();
      events.await("unreachable");
      for (int i = 1; i <= 50; i++) {
        link.emit(summary(i));
      }
      try (TestBroker second = new TestBroker(port); TestSubscriber subscriber = new TestSubscriber(second.uri())) {
        events.await("connected");
        for (int i = 51; i <= 100; i++) {
          link.emit(summary(i));
        }
        // What was sent before the subscriber came is known from the broker's acknowledgements alone.
        assertEquals(new LinkReport(100, 0, 0, -1), link.stop(LONG, Duration.ZERO, 0));
        subscriber.await(message -> message.text().equals("offline"));
        List<String> sent = subscriber.heard("plumbline/bar-1/trace").stream().map(Heard::text).distinct().toList();
        for (int i = 51; i <= 100; i++) {
          assertTrue(sent.contains(new String(codec.encode(summary(i)), StandardCharsets.UTF_8)), "summary " + i);
        }
        // One who subscribes while a retained message comes in may miss it, one who comes later does not.
        try (TestSubscriber late = new TestSubscriber(second.uri())) {
          assertEquals(new String(codec.encode(state(Phase.ASCENT)), StandardCharsets.UTF_8),
              late.await("plumbline/bar-1/state").text());
        }
      }
    }
  }

  @Test
  void shouldLeaveTheLastWillWhenItGoesWithoutAWord() throws Exception {
    try (TestBroker broker = new TestBroker(); TestSubscriber subscriber = new TestSubscriber(broker.uri())) {
      LinkConfig config = LinkConfig.of(broker.uri(), "bar-2", true);
      Connection connection = Connection.open(config, new Outbox(1), 1, bytes -> -1, null);
      assertEquals("online", subscriber.await("plumbline/bar-2/availability").text());
      connection.abandon();
      assertEquals("offline", subscriber.await("plumbline/bar-2/availability").text());
    }
  }

  @Test
  void shouldTellWhatTheDaemonHasStoredWhenItsAckIsOfThisJournal() throws Exception {
    try (TestBroker broker = new TestBroker(); TestSubscriber daemon = new TestSubscriber(broker.uri())) {
      String topic = "plumbline/bar-1/ack";
      daemon.publish(topic, codec.encode(new Ack("bar-1", "older", 99, List.of())), true);
      try (MqttLink link = link(broker.uri(), "bar-1", 100, true)) {
        link.start();
        daemon.await("plumbline/bar-1/availability");
        daemon.publish(topic, "no json".getBytes(StandardCharsets.UTF_8), false);
        daemon.publish(topic, codec.encode(new Ack("bar-1", JOURNAL, 7, List.of())), true);
        events.await("stored 7");
        LinkReport report = link.stop(LONG, LONG, 7);
        assertEquals(7, report.storedUpTo());
      }
    }
  }

  @Test
  void shouldKeepOurAckWhenOneOfAnotherJournalFollowsAtOnce() throws Exception {
    try (TestBroker broker = new TestBroker(); TestSubscriber daemon = new TestSubscriber(broker.uri())) {
      LinkConfig config = LinkConfig.of(broker.uri(), "bar-1", true);
      Outbox outbox = new Outbox(1);
      Sender sender = new Sender(config, JOURNAL, codec, outbox, events, new Backlog(), null);
      BlockingQueue<Long> read = new LinkedBlockingQueue<>();
      Connection connection = Connection.open(config, outbox, 1, bytes -> {
        long stored = sender.storedIn(bytes);
        read.add(stored);
        return stored;
      }, null);
      daemon.publish("plumbline/bar-1/ack", codec.encode(new Ack("bar-1", JOURNAL, 7, List.of())), false);
      daemon.publish("plumbline/bar-1/ack", codec.encode(new Ack("bar-1", "older", 99, List.of())), false);
      // Once this one is read, the one before has had its effect.
      daemon.publish("plumbline/bar-1/ack", codec.encode(new Ack("bar-1", "oldest", 100, List.of())), false);
      assertEquals(7, read.poll(60, TimeUnit.SECONDS));
      assertEquals(-1, read.poll(60, TimeUnit.SECONDS));
      assertEquals(-1, read.poll(60, TimeUnit.SECONDS));
      assertEquals(7, connection.storedUpTo());
      connection.abandon();
    }
  }

  @Test
  void shouldGoOnWhenTheListenerFails() throws Exception {
    int port = freePort();
    CountDownLatch failed = new CountDownLatch(2);
    LinkListener failing = new LinkListener() {
      @Override
      public void onConnected(String brokerUri) {
        throw new IllegalStateException("connected");
      }

      @Override
      public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
        failed.countDown();
        throw new IllegalStateException("unreachable");
      }

      @Override
      public void onStored(long storedUpTo) {
        throw new IllegalStateException("stored");
      }
    };
    LinkConfig config = new LinkConfig("tcp://127.0.0.1:" + port, "bar-1", 10, true, LONG, Duration.ofMillis(5),
        Duration.ofMillis(50), Duration.ofSeconds(10));
    try (MqttLink link = new MqttLink(config, JOURNAL, failing)) {
      link.start();
      assertTrue(failed.await(60, TimeUnit.SECONDS), "the link gave up");
      try (TestBroker broker = new TestBroker(port); TestSubscriber daemon = new TestSubscriber(broker.uri())) {
        link.emit(summary(1));
        // As the daemon does, only after it has come: an embedded broker may lose a retained message to a subscription made meanwhile.
        daemon.await("plumbline/bar-1/trace");
        daemon.publish("plumbline/bar-1/ack", codec.encode(new Ack("bar-1", JOURNAL, 1, List.of())), true);
        assertEquals(new LinkReport(1, 0, 0, 1), link.stop(LONG, LONG, 1));
      }
    }
  }

  @Test
  void shouldSendTheLastStateWhenTheStopComesInTheMiddleOfAPass() throws Exception {
    try (TestBroker broker = new TestBroker(); TestSubscriber subscriber = new TestSubscriber(broker.uri())) {
      Outbox outbox = new Outbox(1);
      AtomicReference<Sender> running = new AtomicReference<>();
      Message last = new Message(Topics.Channel.STATE, codec.encode(state(Phase.REST)), System.nanoTime());
      LinkListener stopping = new LinkListener() {
        @Override
        public void onStored(long storedUpTo) {
          // Here the sender has passed the place where it sends states.
          outbox.replace(last);
          running.get().stop(LONG.toNanos(), 0, 0);
        }
      };
      Sender sender = new Sender(LinkConfig.of(broker.uri(), "bar-1", true), JOURNAL, codec, outbox, stopping,
          new Backlog(), null);
      running.set(sender);
      Thread thread = Thread.ofPlatform().daemon(true).start(sender);
      subscriber.await("plumbline/bar-1/availability");
      subscriber.publish("plumbline/bar-1/ack", codec.encode(new Ack("bar-1", JOURNAL, 1, List.of())), true);
      thread.join();
      subscriber.await(message -> message.text().equals("offline"));
      assertEquals(1, subscriber.heard("plumbline/bar-1/state").size());
    }
  }

  @Test
  void shouldReportWhatIsUnsentWhenTheBrokerNeverComes() throws Exception {
    try (MqttLink link = link("tcp://127.0.0.1:" + freePort(), "bar-1", 100, true)) {
      link.start();
      link.emit(summary(1));
      link.emit(summary(2));
      events.await("unreachable");
      events.await("unreachable");
      assertEquals(new LinkReport(0, 2, 0, -1), link.stop(Duration.ZERO, LONG, 2));
    }
  }

  @Test
  void shouldStallOrDropAsConfiguredWhenTheQueueIsFull() throws Exception {
    String nobody = "tcp://127.0.0.1:" + freePort();
    try (MqttLink waiting = link(nobody, "bar-1", 2, true); MqttLink dropping = link(nobody, "bar-2", 2, false)) {
      waiting.emit(summary(1));
      waiting.emit(summary(2));
      assertThrows(LinkStalledException.class, () -> waiting.emit(summary(3)));
      for (int i = 1; i <= 5; i++) {
        dropping.emit(summary(i));
      }
      assertEquals(new LinkReport(0, 1, 4, -1), dropping.stop(Duration.ZERO, Duration.ZERO, 0));
    }
  }

  @Test
  void shouldRefuseAPayloadThatNoBarPublishes() {
    try (MqttLink link = link("tcp://127.0.0.1:1", "bar-1", 2, true)) {
      Ack ack = new Ack("bar-1", JOURNAL, 1, List.of());
      assertThrows(IllegalArgumentException.class, () -> link.emit(ack));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "localhost", "http://localhost:1883", "tcp://", "tcp://host:port", "tcp://a b",
      "tcp://h/p"})
  void shouldRefuseABrokerThatIsNoUri(String uri) {
    assertThrows(IllegalArgumentException.class, () -> LinkConfig.of(uri, "bar-1", true));
  }
}
