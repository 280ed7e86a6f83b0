package io.plumbline.daemon.ingest;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.encoded;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.rep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.payload.Ack;
import io.plumbline.daemon.broker.ArtemisBroker;
import io.plumbline.daemon.broker.EmbeddedBroker;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.SummaryStore;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import io.plumbline.daemon.support.EventLog;
import io.plumbline.daemon.support.TestBar;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/// The daemon's sessions with a store, a link or a page that fails under them.
class IngestFaultTest {
  private static final int MORE_THAN_ANY_QUEUE = 2000;
  private static final long TIMEOUT_MS = 60_000;

  @TempDir
  Path folder = Path.of("set by JUnit");

  private final EventLog events = new EventLog();
  private final IngestCounters counters = new IngestCounters();

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void shouldFreeTheCallbackWhenTheQueueIsFullAndItsConnectionIsGone() throws Exception {
    // Never started: nothing takes from their queues, as with a store that is out.
    SummaryIngest summaries = summaries("tcp://127.0.0.1:1", batch -> {
      throw new IllegalStateException("never called");
    });
    StatusIngest status = status();
    for (int i = 0; i < MORE_THAN_ANY_QUEUE; i++) {
      summaries.arrived(arrival(Channel.REP, encoded(rep(1))));
      status.arrived(arrival(Channel.AVAILABILITY, "online".getBytes(StandardCharsets.UTF_8)));
    }
    assertEquals(0, counters.stored.sum());
  }

  @Test
  void shouldPublishTheAckLaterWhenTheLinkIsNotUpAtTheCommit() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (SummaryDatabase database = database();
        SummaryIngest summaries = summaries("tcp://127.0.0.1:" + port, database.store())) {
      summaries.start();
      summaries.arrived(arrival(Channel.REP, encoded(rep(1))));
      assertEquals(key(1), events.awaitStored());
      try (EmbeddedBroker broker = ArtemisBroker.start(folder.resolve("broker"), port);
          TestBar bar = TestBar.connect(broker.uri(), BAR)) {
        assertEquals(new Ack(BAR, JOURNAL, 1, List.of(), 1L), bar.awaitStoredUpTo(1));
      }
    }
  }

  @Test
  void shouldStoreTheOthersWhenTheStoreFailsUnexpectedlyAtOne() throws Exception {
    try (SummaryDatabase database = database()) {
      SummaryStore failing = batch -> {
        if (batch.stream().map(Received::key).anyMatch(key(1)::equals)) {
          throw new IllegalStateException("a fault of ours");
        }
        return database.store().store(batch);
      };
      try (SummaryIngest summaries = summaries("tcp://127.0.0.1:1", failing)) {
        summaries.arrived(arrival(Channel.REP, encoded(rep(1))));
        summaries.arrived(arrival(Channel.REP, encoded(rep(2))));
        summaries.start();
        assertEquals(key(2), events.awaitStored());
      }
    }
    assertEquals(1, counters.failed.sum());
    assertEquals(1, counters.stored.sum());
  }

  @Test
  void shouldStoreOnWhenTheConnectionToAcknowledgeOnIsClosed() throws Exception {
    try (SummaryDatabase database = database();
        SummaryIngest summaries = summaries("tcp://127.0.0.1:1", database.store())) {
      Arrival arrival = arrival(Channel.REP, encoded(rep(1)));
      arrival.connection().close();
      summaries.arrived(arrival);
      summaries.start();
      assertEquals(key(1), events.awaitStored());
    }
    assertEquals(0, counters.failed.sum());
  }

  @Test
  void shouldRelayTheNextWhenOneFailsUnexpectedly() throws Exception {
    try (StatusIngest status = status()) {
      events.failOnceAtAvailability();
      status.arrived(arrival(Channel.AVAILABILITY, "online".getBytes(StandardCharsets.UTF_8)));
      status.arrived(arrival(Channel.AVAILABILITY, "offline".getBytes(StandardCharsets.UTF_8)));
      status.start();
      assertEquals(false, events.awaitAvailability());
    }
    assertEquals(1, counters.failed.sum());
  }

  @Test
  void shouldConnectAgainWhenTheReceiverFailsUnexpectedly() throws Exception {
    AtomicInteger changes = new AtomicInteger();
    MqttLink.Receiver receiver = new MqttLink.Receiver() {
      @Override
      public void arrived(Arrival arrival) {
        throw new AssertionError("nothing was published");
      }

      @Override
      public void linkChanged(boolean connected) {
        if (changes.getAndIncrement() == 0) {
          throw new IllegalStateException("a fault of ours");
        }
      }
    };
    try (EmbeddedBroker broker = ArtemisBroker.start(folder.resolve("broker"), 0);
        MqttLink link = new MqttLink(BrokerAddress.parse(broker.uri()),
            MqttLink.Session.ofBars("link-fault", false, StatusIngest.CHANNELS), receiver)) {
      link.start();
      assertTrue(link.awaitConnected(TIMEOUT_MS));
    }
  }

  private SummaryDatabase database() throws Exception {
    return SummaryDatabase.open(DatabaseAddress.inFolder(folder), InstantSource.system());
  }

  private SummaryIngest summaries(String broker, SummaryStore store) {
    RejectLog rejects = new RejectLog(counters);
    PayloadReader reader = new PayloadReader();
    return new SummaryIngest(BrokerAddress.parse(broker),
        MqttLink.Session.ofBars("faults", true, SummaryIngest.CHANNELS), reader,
        new Intake(reader, store, counters, rejects), null, events, rejects);
  }

  private StatusIngest status() {
    return new StatusIngest(BrokerAddress.parse("tcp://127.0.0.1:1"), "faults-status", new PayloadReader(), null,
        events,
        counters, new RejectLog(counters));
  }

  /// By a connection that is no longer there.
  private static Arrival arrival(Channel channel, byte[] payload) throws Exception {
    MqttAsyncClient gone = new MqttAsyncClient("tcp://127.0.0.1:1", "gone", new MemoryPersistence());
    MqttMessage message = new MqttMessage(payload);
    message.setQos(channel.qos());
    return new Arrival(Topics.of(BAR, channel), message, gone);
  }
}
