package io.plumbline.daemon.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.domain.BrokerCounters;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTopicMatrixTest extends TopicMatrix {
  private static final int REFUSED = 128;

  @TempDir
  private Path folder = Path.of("set by JUnit");
  private final BrokerCounters counters = new BrokerCounters();
  @SuppressWarnings("NullAway.Init")
  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws Exception {
    TopicTable.admit(folder.resolve("keys"));
    broker = start("broker", false);
  }

  private EmbeddedBroker start(String name, boolean asksEverybody) throws Exception {
    return ArtemisBroker.start(new BrokerPlan(folder.resolve(name), InetAddress.getLoopbackAddress(), 0, asksEverybody,
        folder.resolve("keys"), null), counters);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Override
  String uri() {
    return broker.uri();
  }

  @Override
  TestClient.Door observer() {
    return TestClient.Door.of(broker.uri(), broker.login(), "observer");
  }

  @Override
  boolean refusesSubscriptions() {
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "pairing"})
  void shouldPassOnWhatTheTableAllowsWhenProgramsOfThisComputerAndPairingsPublish(String column) throws Exception {
    assertPassesOn(column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "pairing"})
  void shouldServeWhatTheTableAllowsWhenProgramsOfThisComputerAndPairingsSubscribe(String column) throws Exception {
    assertServes(column);
  }

  @Test
  void shouldLetNobodyInWithoutASecretWhenEverybodyIsAsked() throws Exception {
    try (EmbeddedBroker strict = start("strict", true)) {
      assertRefused(TestClient.Door.of(strict.uri(), null, "anything"));
      try (TestClient bar = new TestClient(TopicTable.door(strict.uri(), "the bar"))) {
        assertTrue(bar.isConnected());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"bar-left.1,wrong", "bar-left.1,''", "nobody,x", "plumbline-daemon,x", "pair-1a2b3c,x",
      "hass,wrong"})
  void shouldRefuseWhenNameOrSecretIsWrong(String user, String secret) throws Exception {
    assertRefused(TestClient.Door.of(uri(), new Login(user, secret), "x"));
    assertEquals(1, counters.refusedConnections.sum());
  }

  @ParameterizedTest
  @CsvSource({"the bar,plumbline-bar-right", "the bar,plumbline-daemon", "home,plumbline-bar-left.1", "home,a.b",
      "reader,plumbline-daemon", "daemon,plumbline-bar-right", "pairing,plumbline-bar-right"})
  void shouldRefuseWhenTheClientIdIsAnothers(String column, String clientId) throws Exception {
    assertRefused(TestClient.Door.of(uri(), TopicTable.door(uri(), column).login(), clientId));
    assertEquals(1, counters.refusedConnections.sum());
  }

  @Test
  void shouldRefuseWhenSomebodyKnowsTheBrokersUsualName() {
    assertRefused(TestClient.Door.of(uri(), new Login("ACTIVEMQ.CLUSTER.ADMIN.USER", "CHANGE ME!!"), "x"));
  }

  @Test
  void shouldAskForASecretWhenAPageInABrowserComes() throws Exception {
    String door = uri().replace("tcp:", "ws:");
    assertRefused(TestClient.Door.of(door, null, "anything"));
    try (TestClient wall = new TestClient(TestClient.Door.of(door, TopicTable.READER_LOGIN, "wall"))) {
      assertTrue(wall.isConnected());
    }
  }

  private static void assertRefused(TestClient.Door door) {
    MqttException refused = assertThrows(MqttException.class, () -> new TestClient(door).close());
    assertEquals(MqttException.REASON_CODE_NOT_AUTHORIZED, refused.getReasonCode());
  }

  @Test
  void shouldCountWhatIsRefused() throws Exception {
    try (TestClient bar = new TestClient(TopicTable.door(uri(), "the bar"))) {
      bar.publish("plumbline/right/rep", "forged", false);
      bar.publish("plumbline/right/availability", "offline", true);
      assertEquals(REFUSED, bar.subscribe("plumbline/right/ack"));
    }
    assertEquals(2, counters.refusedPublishes.sum());
    assertEquals(1, counters.refusedSubscriptions.sum());
    assertEquals(0, counters.refusedConnections.sum());
    try (TestClient observer = new TestClient(observer())) {
      observer.subscribe("plumbline/right/#");
      observer.publish("plumbline/right/rep", "end", false);
      assertTrue(observer.awaitHeard(List.of("plumbline/right/rep"), "end"));
      assertEquals(null, observer.heard("plumbline/right/availability"), "nothing forged is kept");
    }
  }

  @ParameterizedTest
  @CsvSource({"$share/plumbline-bar-right/plumbline/right/ack", "plumbline/right/ack", "right/plumbline/right/ack"})
  void shouldLeaveAnothersSubscriptionAloneWhenItsQueueIsAskedFor(String filter) throws Exception {
    try (TestClient right = new TestClient(TopicTable.door(uri(), "another bar"));
        TestClient bar = new TestClient(TopicTable.door(uri(), "the bar"));
        TestClient observer = new TestClient(observer())) {
      right.subscribe("plumbline/right/ack");
      assertEquals(REFUSED, bar.subscribe(filter));
      observer.publish("plumbline/right/ack", "still there", false);
      assertTrue(right.awaitHeard(List.of("plumbline/right/ack"), "still there"));
    }
  }

  @Test
  void shouldTakeNoCommandsForTheBrokerItself() throws Exception {
    try (TestClient local = new TestClient(TopicTable.door(uri(), "local"))) {
      local.publish("activemq/management", "{}", false);
      assertEquals(REFUSED, local.subscribe("activemq/notifications"));
      assertEquals(REFUSED, local.subscribe("$sys/mqtt/sessions"));
    }
    assertEquals(1, counters.refusedPublishes.sum());
  }
}
