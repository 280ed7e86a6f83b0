package io.plumbline.daemon.app;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.rep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.WallTime;
import io.plumbline.daemon.support.HomeRules;
import io.plumbline.daemon.support.LocalMosquitto;
import io.plumbline.daemon.support.TestBar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client in Home Assistant's place, at the embedded broker and at Mosquitto.
class HomeAssistantLinkTest {
  private static final String CONFIG = "homeassistant/device/plumbline_bar-1/config";
  private static final String AVAILABILITY = "plumbline-daemon/plumbline-daemon/availability";
  private static final String MARK = "homeassistant/mark";
  private static final String EVENT = "plumbline-daemon/plumbline-daemon/bar-1/event";

  @TempDir
  Path folder = Path.of("set by JUnit");

  private record Message(String topic, String text, boolean retained) {
    byte[] payload() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final class House implements AutoCloseable {
    private final MqttClient client;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    House(String brokerUri) throws MqttException {
      client = new MqttClient(brokerUri, MqttClient.generateClientId(), new MemoryPersistence());
      client.connect();
      for (String filter : new String[]{"homeassistant/#", "plumbline-daemon/#"}) {
        client.subscribe(filter, 1, (topic, message) -> messages
            .add(new Message(topic, new String(message.getPayload(), StandardCharsets.UTF_8), message.isRetained())));
      }
    }

    Message await(Predicate<Message> wanted) throws InterruptedException {
      while (true) {
        Message message = messages.poll(60, TimeUnit.SECONDS);
        if (message == null) {
          throw new AssertionError("no such message came");
        }
        if (wanted.test(message)) {
          return message;
        }
      }
    }

    Message await(String topic) throws InterruptedException {
      return await(message -> message.topic().equals(topic));
    }

    @Override
    public void close() throws MqttException {
      client.disconnect();
      client.close();
    }
  }

  private static RepSummary now(RepSummary rep) {
    return new RepSummary(rep.key(), new WallTime(System.currentTimeMillis(), true), rep.startTimeNs(), rep.athlete(),
        rep.exercise(), rep.setNumber(), rep.repNumber(), rep.outcome(), rep.velocity(), rep.motion(), rep.path(),
        rep.load(), rep.energy(), rep.slack(), rep.symmetry(), rep.landing(), rep.lockout(), rep.quality(),
        rep.findings(), rep.positives(), rep.suggestedExercise());
  }

  private void liveAndLeave(DaemonConfig config) throws Exception {
    String broker;
    try (Daemon daemon = Daemon.start(config.withHomeAssistant("homeassistant"));
        House house = new House(daemon.brokerUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      broker = daemon.brokerUri();
      house.await(message -> message.topic().equals(AVAILABILITY) && message.text().equals("online"));
      bar.availability("online");
      Message device = house.await(CONFIG);
      HomeRules.require(device.topic(), device.payload(), "homeassistant");
      // Old first: only the new one is told.
      bar.publish(Channel.REP, rep(1));
      bar.publish(Channel.REP, now(rep(2)));
      Message event = house.await(EVENT);
      assertFalse(event.retained());
      assertTrue(event.text().contains("\"rep_number\":2"), event.text());
      house.client.publish("homeassistant/status", "online".getBytes(StandardCharsets.UTF_8), 0, false);
      house.await(CONFIG);
      try (House late = new House(broker)) {
        assertTrue(late.await(CONFIG).retained());
        assertTrue(late.messages.stream().noneMatch(message -> message.topic().equals(EVENT)), "events are never kept");
      }
    }
  }

  private void comeBackWithoutIt(DaemonConfig config) throws Exception {
    try (Daemon daemon = Daemon.start(config)) {
      long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (isKept(daemon.brokerUri())) {
        assertTrue(System.nanoTime() - endNs < 0, "the device is still there");
      }
    }
  }

  /// Whether the broker still has the device: what is retained comes before what is published afterwards.
  private static boolean isKept(String brokerUri) throws Exception {
    try (House house = new House(brokerUri)) {
      house.client.publish(MARK, new byte[0], 1, false);
      boolean kept = false;
      Message message = house.await(any -> true);
      while (!message.topic().equals(MARK)) {
        kept |= message.topic().equals(CONFIG) && message.retained();
        message = house.await(any -> true);
      }
      return kept;
    }
  }

  @Test
  void shouldAnnounceTellAndTakeAwayWhenTheBrokerIsTheEmbeddedOne() throws Exception {
    DaemonConfig config = DaemonConfig.ephemeral(folder);
    liveAndLeave(config);
    comeBackWithoutIt(config);
  }

  @Test
  void shouldAnnounceTellAndTakeAwayWhenTheBrokerIsMosquitto() throws Exception {
    assumeTrue(LocalMosquitto.isThere(), "Debian's mosquitto is missing");
    try (LocalMosquitto mosquitto = LocalMosquitto.start(folder)) {
      DaemonConfig config = new DaemonConfig(mosquitto.uri(), null, folder.resolve("data"), 0, 0,
          DaemonConfig.DEFAULT_CLIENT_ID);
      liveAndLeave(config);
      try (House house = new House(mosquitto.uri())) {
        assertEquals("offline", house.await(AVAILABILITY).text(), "the daemon has gone");
      }
      comeBackWithoutIt(config);
    }
  }
}
