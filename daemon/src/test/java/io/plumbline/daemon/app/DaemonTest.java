package io.plumbline.daemon.app;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.encoded;
import static io.plumbline.daemon.support.Summaries.json;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.app.DaemonConfig.BrokerNetwork;
import io.plumbline.daemon.support.Summaries;
import io.plumbline.daemon.support.TestBar;
import io.plumbline.daemon.support.TestPage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole daemon with its embedded broker and database, a bar that publishes and a page that looks.
class DaemonTest {
  @TempDir
  Path folder = Path.of("set by JUnit");

  private Daemon start() throws DaemonStartException {
    return Daemon.start(DaemonConfig.ephemeral(folder));
  }

  private static final String REP_1 = "api/reps/" + BAR + "/" + JOURNAL + "/1";

  @Test
  void shouldStoreAcknowledgeAndShowWhenABarPublishesASet() throws Exception {
    try (Daemon daemon = start();
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      page.listen();
      bar.publish(Channel.REP, rep(1));
      bar.publish(Channel.TRACE, trace(key(1)));
      bar.publish(Channel.SET, set(2, 1, List.of(1L)));
      assertEquals(new Ack(BAR, JOURNAL, 2, List.of(), 2L), bar.awaitStoredUpTo(2));
      assertEquals(json(rep(1)), page.await("rep").data());
      page.await("set");
      assertEquals(json(rep(1)), page.get(REP_1).body());
      assertEquals(json(trace(key(1))), page.get(REP_1 + "/trace").body());
      String sets = page.get("api/sets?limit=5").body();
      assertTrue(sets.contains("\"best_mean_concentric_mps\":0.52"), sets);
      String detail = page.get("api/sets/" + BAR + "/" + JOURNAL + "/1").body();
      assertTrue(detail.contains(json(rep(1))) && detail.contains(json(set(2, 1, List.of(1L)))), detail);
    }
  }

  @Test
  void shouldAcknowledgeAgainAndStoreOnceWhenASummaryIsRepeated() throws Exception {
    try (Daemon daemon = start(); TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      // As after a daemon that died between commit and acknowledgement.
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      bar.publish(Channel.REP, rep(2));
      bar.awaitStoredUpTo(2);
      assertEquals(2, daemon.counters().stored());
      assertEquals(1, daemon.counters().duplicates());
    }
  }

  @Test
  void shouldAskForWhatIsMissingWhenTheSequenceHasAHole() throws Exception {
    try (Daemon daemon = start(); TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      bar.publish(Channel.REP, rep(1));
      bar.publish(Channel.REP, rep(4));
      assertEquals(List.of(new Ack.Hole(2, 3)), bar.awaitAck(ack -> !ack.holes().isEmpty()).holes());
      bar.publish(Channel.REP, rep(3));
      bar.publish(Channel.REP, rep(2));
      assertEquals(List.of(), bar.awaitStoredUpTo(4).holes());
    }
  }

  @Test
  void shouldKeepEverythingWhenItIsStartedAgain() throws Exception {
    try (Daemon daemon = start(); TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      bar.availability("online");
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
    }
    try (Daemon daemon = start();
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      assertEquals(json(rep(1)), page.get(REP_1).body());
      // A bar that has not heard of its first ack sends again, and nothing is stored twice.
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      bar.publish(Channel.REP, rep(2));
      bar.awaitStoredUpTo(2);
      assertEquals(1, daemon.counters().stored());
    }
  }

  @Test
  void shouldRejectCountAndLiveOnWhenPayloadsAreInvalid() throws Exception {
    try (Daemon daemon = start(); TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      bar.publish(Channel.REP, new byte[0]);
      bar.publish(Channel.REP, "{\"contract\":\"1.0\",\"type\":\"rep\"".getBytes(StandardCharsets.UTF_8));
      bar.publish(Channel.REP, new byte[]{(byte) 0xff, 0, 13, 10, (byte) 0xfe});
      bar.publish(Channel.REP, new byte[200_000]);
      bar.publish(Channel.REP, set(1, 1, List.of()));
      bar.publish(Channel.REP, json(rep(1)).getBytes(StandardCharsets.UTF_16BE));
      bar.publish(Channel.REP, rep(new RecordKey("another-bar", JOURNAL, 1), 1, 1, 0.5));
      bar.publish("plumbline/bad id/rep", encoded(rep(1)), 1, false);
      bar.publish(Channel.AVAILABILITY, "perhaps".getBytes(StandardCharsets.UTF_8));
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      assertEquals(1, daemon.counters().stored());
      // The last of the nine takes the other session and is not waited for.
      assertTrue(daemon.counters().rejected() >= 8, daemon.counters().toString());
    }
  }

  @Test
  void shouldCountAndKeepTheFirstWhenTheSameKeyHasOtherContent() throws Exception {
    try (Daemon daemon = start();
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      bar.publish(Channel.REP, rep(key(1), 1, 1, 0.99));
      bar.publish(Channel.REP, rep(2));
      bar.awaitStoredUpTo(2);
      assertEquals(json(rep(1)), page.get(REP_1).body());
      assertEquals(1, daemon.counters().conflicts());
    }
  }

  @Test
  void shouldTellThePageOfTheBarWhenItMoves() throws Exception {
    try (Daemon daemon = start();
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      assertTrue(page.listen().data().contains("\"bars\":[]"));
      bar.availability("online");
      assertEquals("{\"bar_id\":\"bar-1\",\"online\":true}", page.await("availability").data());
      bar.publish(Channel.INFO, new Info(BAR, JOURNAL, Info.Mode.REPLAY, "1", null, List.of(), List.of(), List.of()));
      bar.publish(Channel.STATE, new State(Phase.ASCENT, null, Exercise.SQUAT, 1, 2, 0.5, null, null, null,
          State.Health.OK, null, null));
      Live live = new Live(1, Phase.ASCENT, 0.1, 0.01, 0.5, 0.02, null, null, null);
      bar.publish(Channel.LIVE, live);
      assertEquals("{\"bar_id\":\"bar-1\",\"live\":" + json(live) + "}",
          page.awaitAll("info", "state", "live").getLast().data());
      String bars = page.get("api/bars").body();
      assertTrue(bars.contains("\"mode\":\"replay\"") && bars.contains("\"reps_in_set\":2"), bars);
      bar.publish("plumbline/" + BAR + "/availability", new byte[0], 1, true);
      page.await("forgotten");
      assertEquals("[]", page.get("api/bars").body());
    }
  }

  @Test
  void shouldSendThePolicyWithEveryAnswerWhenAsked() throws Exception {
    try (Daemon daemon = start(); TestPage page = new TestPage(daemon.httpUri())) {
      for (String path : List.of("", "js/main.js", "vendor/uplot/uPlot.esm.js", "api/sets", "api/nothing", "nothing")) {
        HttpResponse<String> answer = page.get(path);
        assertTrue(answer.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'self'"),
            path);
      }
      assertTrue(page.get("").body().contains("<title>Plumbline</title>"));
    }
  }

  @Test
  void shouldAnswerWithOneClearLineWhenARequestIsWrong() throws Exception {
    try (Daemon daemon = start(); TestPage page = new TestPage(daemon.httpUri())) {
      problem(page, "api/nothing", 404, "there is no /api/nothing");
      problem(page, REP_1, 404, "no such rep is stored");
      problem(page, "api/reps/a/b/c", 400, "sequence must be a number of at least 0");
      problem(page, "api/reps/a%20b/c/1", 400, "bar_id must be");
      problem(page, "api/sets/a/b/-1", 400, "set_number must be a number");
      problem(page, "api/sets/a/b/1", 404, "no such set is stored");
      problem(page, "api/sets?limit=0", 400, "limit must be a number from 1 to 500");
      problem(page, "api/events", 406, "Accept: text/event-stream");
    }
  }

  private static void problem(TestPage page, String path, int status, String detail) throws Exception {
    HttpResponse<String> answer = page.get(path);
    assertEquals(status, answer.statusCode(), path);
    assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""), path);
    assertTrue(answer.body().contains(detail), answer.body());
    assertFalse(answer.body().contains("\n") || answer.body().contains("Exception"), answer.body());
  }

  @Test
  void shouldWaitForItWhenTheBrokerIsNotThere() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    DaemonConfig waiting = new DaemonConfig("tcp://127.0.0.1:" + port, null, other, 0, 0, "waiting");
    try (Daemon first = Daemon.start(waiting); TestPage page = new TestPage(first.httpUri())) {
      assertTrue(page.listen().data().contains("\"broker_connected\":false"));
      DaemonConfig late = new DaemonConfig(null, null, folder, 0, port, "late");
      try (Daemon second = Daemon.start(late)) {
        assertEquals("{\"connected\":true}", page.await("broker").data());
        // Its other session too: what is published before it, no broker keeps.
        assertTrue(first.awaitConnected(60_000));
        try (TestBar bar = TestBar.connect(second.brokerUri(), BAR)) {
          bar.publish(Channel.REP, rep(1));
          assertEquals(json(rep(1)), page.await("rep").data());
        }
      }
      assertEquals("{\"connected\":false}", page.await("broker").data());
    }
  }

  /// As bars look for it, on loopback and under a name that no other run has.
  @Test
  void shouldBeFoundInTheNetworkWhenItsBrokerIsAnnounced() throws Exception {
    String name = "Plumbline " + UUID.randomUUID();
    BlockingQueue<ServiceInfo> found = new LinkedBlockingQueue<>();
    DaemonConfig announced = new DaemonConfig(null, null, folder, 0, 0, "d", new BrokerNetwork("127.0.0.1", name));
    try (JmDNS browser = JmDNS.create(InetAddress.getLoopbackAddress())) {
      browser.addServiceListener("_mqtt._tcp.local.", new ServiceListener() {
        @Override
        public void serviceAdded(ServiceEvent event) {
          browser.requestServiceInfo(event.getType(), event.getName(), 1);
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
          // It goes with the daemon.
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
          found.add(event.getInfo());
        }
      });
      try (Daemon daemon = Daemon.start(announced)) {
        ServiceInfo info;
        do {
          info = found.poll(60, TimeUnit.SECONDS);
          assertTrue(info != null, "never announced");
        } while (!info.getName().equals(name) || info.getPropertyString("plumbline") == null);
        assertEquals(URI.create(daemon.brokerUri()).getPort(), info.getPort());
        assertEquals("1", info.getPropertyString("plumbline"));
      }
    }
  }

  @Test
  void shouldLetNobodyElseReadWhenItMakesItsFolder() throws Exception {
    Path made = folder.resolve("new/data");
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(made))) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)), daemon.httpUri());
    }
  }

  @Test
  void shouldSayWhatToChangeWhenItCannotStart() throws Exception {
    try (Daemon daemon = start()) {
      int httpPort = URI.create(daemon.httpUri()).getPort();
      int mqttPort = URI.create(daemon.brokerUri()).getPort();
      Path free = folder.resolve("free");
      refused(new DaemonConfig(null, null, folder, 0, 0, "d"), "is used by another daemon");
      refused(new DaemonConfig(null, null, free, httpPort, 0, "d"), "--http-port");
      refused(new DaemonConfig(null, null, free, 0, mqttPort, "d"), "--mqtt-port");
      refused(new DaemonConfig(null, null, free, 0, 0, "d", new BrokerNetwork("no such host", "")),
          "--mqtt-host: 'no such host'");
      refused(new DaemonConfig(null, null, free, 0, 0, "d", new BrokerNetwork("192.0.2.77", "")), "--mqtt-host");
      refused(new DaemonConfig("gym", null, free, 0, 0, "d"), "broker URL");
      refused(new DaemonConfig(null, "mysql://h/d", free, 0, 0, "d"), "database URL");
      refused(new DaemonConfig(null, "postgresql://127.0.0.1:1/d", free, 0, 0, "d"), "postgresql://127.0.0.1:1/d");
      refused(new DaemonConfig(null, null, folder.resolve("daemon.lock"), 0, 0, "d"), "--data");
      // What was begun for the refused ones was given back.
      Daemon.start(new DaemonConfig(null, null, free, 0, 0, "d")).close();
    }
  }

  private static void refused(DaemonConfig config, String says) {
    String message = String
        .valueOf(assertThrows(DaemonStartException.class, () -> Daemon.start(config)).getMessage());
    assertTrue(message.contains(says), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void shouldNotLoseAnyWhenManyComeAtOnce() throws Exception {
    int count = 600;
    try (Daemon daemon = start(); TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      for (long sequence = 1; sequence <= count; sequence++) {
        bar.publish(Channel.REP, Summaries.rep(sequence));
      }
      bar.awaitStoredUpTo(count);
      assertEquals(count, daemon.counters().stored());
    }
  }
}
