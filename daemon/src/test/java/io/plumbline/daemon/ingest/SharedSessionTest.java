package io.plumbline.daemon.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.SharedEvents;
import io.plumbline.daemon.support.LocalMosquitto;
import io.plumbline.daemon.support.Summaries;
import io.plumbline.daemon.support.TestBar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Durable sessions at Mosquitto, which several daemons share.
class SharedSessionTest {
  private static final long TIMEOUT_MS = 60_000;

  @TempDir
  private Path folder = Path.of("set by JUnit");
  @SuppressWarnings("NullAway.Init")
  private LocalMosquitto mosquitto;

  /// Acknowledges what it gets at once.
  private static final class Taker implements MqttLink.Receiver, AutoCloseable {
    final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final MqttLink link;

    Taker(String uri, String clientId, @Nullable String share, String... former) throws InterruptedException {
      Sharing sharing = new Sharing(share, List.of(former), new Blind());
      link = new MqttLink(BrokerAddress.parse(uri), sharing.summaries(clientId, List.of(Channel.REP)), this);
      link.start();
      assertTrue(link.awaitConnected(TIMEOUT_MS));
    }

    @Override
    public void arrived(Arrival arrival) {
      arrival.acknowledge();
      taken.add(new String(arrival.message().getPayload(), StandardCharsets.UTF_8));
    }

    @Override
    public void linkChanged(boolean connected) {}

    void await(String wanted) throws InterruptedException {
      String text;
      do {
        text = taken.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        assertTrue(text != null, wanted + " did not come");
      } while (!wanted.equals(text));
    }

    @Override
    public void close() {
      link.close();
    }
  }

  /// Nobody looks here.
  private static final class Blind implements SharedEvents {
    @Override
    public void storedElsewhere(Received summary) {}

    @Override
    public void missed() {}
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(LocalMosquitto.isThere(), "Debian's mosquitto is missing");
    mosquitto = LocalMosquitto.start(folder);
  }

  @AfterEach
  void stop() {
    if (mosquitto != null) {
      mosquitto.close();
    }
  }

  private void publish(String... texts) throws Exception {
    try (TestBar bar = TestBar.connect(mosquitto.uri(), Summaries.BAR)) {
      for (String text : texts) {
        bar.publish(Topics.of(Summaries.BAR, Channel.REP), text.getBytes(StandardCharsets.UTF_8), 1,
            false);
      }
    }
  }

  @Test
  void shouldGiveEachMessageToOneWhenTwoShareAndToEachWhoDoesNot() throws Exception {
    try (Taker a = new Taker(mosquitto.uri(), "a", "gym");
        Taker b = new Taker(mosquitto.uri(), "b", "gym");
        Taker alone = new Taker(mosquitto.uri(), "c", null)) {
      publish("1", "2", "3", "4", "end");
      alone.await("end");
      long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MS);
      while (a.taken.size() + b.taken.size() < 5) {
        assertTrue(System.nanoTime() - endNs < 0, a.taken + " and " + b.taken);
        Thread.onSpinWait();
      }
      assertTrue(!a.taken.isEmpty() && !b.taken.isEmpty(), a.taken + " and " + b.taken);
    }
  }

  @Test
  void shouldLeaveItsFormerShareWhenItIsStartedWithAnother() throws Exception {
    try (Taker other = new Taker(mosquitto.uri(), "b", "gym")) {
      new Taker(mosquitto.uri(), "a", null).close();
      new Taker(mosquitto.uri(), "a", "gym").close();
      try (Taker moved = new Taker(mosquitto.uri(), "a", "hall", "gym", "hall")) {
        publish("1", "2", "3", "4", "end");
        other.await("end");
        moved.await("end");
        assertEquals(0, other.taken.size() + moved.taken.size(), "in order, each once");
      }
      try (Taker back = new Taker(mosquitto.uri(), "a", null, "gym", "hall")) {
        publish("5", "6", "end");
        assertEquals("5", other.taken.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS));
        assertEquals("6", other.taken.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS));
        assertEquals("5", back.taken.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS));
        assertEquals("6", back.taken.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS));
      }
    }
  }

  @Test
  void shouldHandEverythingToTheOtherWhenOneIsForgotten() throws Exception {
    try (Taker other = new Taker(mosquitto.uri(), "b", "gym")) {
      new Taker(mosquitto.uri(), "a", "gym").close();
      MqttClient clean = new MqttClient(mosquitto.uri(), "a", new MemoryPersistence());
      clean.connect();
      clean.disconnect();
      clean.close();
      publish("1", "2", "3", "4");
      for (String text : List.of("1", "2", "3", "4")) {
        assertEquals(text, other.taken.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS));
      }
    }
  }

  @Test
  void shouldSayThatTheClientIdMayBeAnothersTooWhenTwoUseIt() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Logger logger = Logger.getLogger(MqttLink.class.getName());
    Handler handler = new Handler() {
      @Override
      public void publish(LogRecord record) {
        lines.add(new SimpleFormatter().formatMessage(record));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    logger.addHandler(handler);
    try (Taker _ = new Taker(mosquitto.uri(), "same-id", "gym");
        Taker _ = new Taker(mosquitto.uri(), "same-id", "gym")) {
      String line;
      do {
        line = lines.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        assertTrue(line != null, "nobody says so");
      } while (!line.contains("does another daemon use the same client id?"));
      assertTrue(line.contains("'same-id'") && line.contains("--client-id"), line);
    } finally {
      logger.removeHandler(handler);
    }
  }
}
