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
import io.plumbline.daemon.support.TestHouse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Home Assistant hears, at the embedded broker and at Mosquitto.
class HomeAssistantLinkTest {
  private static final String CONFIG = "homeassistant/device/plumbline_bar-1/config";
  private static final String AVAILABILITY = "plumbline-daemon/plumbline-daemon/availability";
  private static final String EVENT = "plumbline-daemon/plumbline-daemon/bar-1/event";

  @TempDir
  Path folder = Path.of("set by JUnit");

  static RepSummary now(RepSummary rep) {
    return new RepSummary(rep.key(), new WallTime(System.currentTimeMillis(), true), rep.startTimeNs(), rep.athlete(),
        rep.exercise(), rep.setNumber(), rep.repNumber(), rep.outcome(), rep.velocity(), rep.motion(), rep.path(),
        rep.load(), rep.energy(), rep.slack(), rep.symmetry(), rep.landing(), rep.lockout(), rep.quality(),
        rep.findings(), rep.positives(), rep.suggestedExercise());
  }

  private void liveAndLeave(DaemonConfig config) throws Exception {
    String broker;
    try (Daemon daemon = Daemon.start(config.withHomeAssistant("homeassistant"));
        TestHouse house = new TestHouse(daemon.brokerUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      broker = daemon.brokerUri();
      house.await(message -> message.topic().equals(AVAILABILITY) && message.text().equals("online"));
      bar.availability("online");
      TestHouse.Message device = house.await(CONFIG);
      HomeRules.require(device.topic(), device.payload(), "homeassistant");
      // Old first: only the new one is told.
      bar.publish(Channel.REP, rep(1));
      bar.publish(Channel.REP, now(rep(2)));
      TestHouse.Message event = house.await(EVENT);
      assertFalse(event.retained());
      assertTrue(event.text().contains("\"rep_number\":2"), event.text());
      house.sayBirth();
      house.await(CONFIG);
      try (TestHouse late = new TestHouse(broker)) {
        assertTrue(late.await(CONFIG).retained());
        assertTrue(late.hasNone(EVENT), "events are never kept");
      }
    }
  }

  private void comeBackWithoutIt(DaemonConfig config) throws Exception {
    try (Daemon daemon = Daemon.start(config)) {
      long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (TestHouse.isKept(daemon.brokerUri(), CONFIG)) {
        assertTrue(System.nanoTime() - endNs < 0, "the device is still there");
      }
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
      try (TestHouse house = new TestHouse(mosquitto.uri())) {
        assertEquals("offline", house.await(AVAILABILITY).text(), "the daemon has gone");
      }
      comeBackWithoutIt(config);
    }
  }
}
