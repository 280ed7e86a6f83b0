package io.plumbline.daemon.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics;
import io.plumbline.contract.pairing.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every cell of `topics.md`, tried on a real broker. One subclass a broker.
abstract class TopicMatrix {
  private static final String END = "plumbline/right/ack";
  private static final String PAYLOAD = Verifier.of("of the matrix").text();

  /// Where clients come in.
  abstract String uri();

  /// Somebody who may read and publish everything in the table.
  abstract TestClient.Door observer();

  /// Whether a subscription that is not allowed is refused, or granted and not served.
  abstract boolean refusesSubscriptions();

  private static TopicTable table() throws Exception {
    return new TopicTable();
  }

  @Test
  void shouldHaveARowForEachTopicOfTheContract() throws Exception {
    List<String> topics = table().topics();
    for (Topics.Channel channel : Topics.Channel.values()) {
      assertTrue(topics.contains(Topics.of(TopicTable.BAR, channel)), channel.level());
    }
    assertTrue(topics.contains(Topics.command(TopicTable.BAR, "identify")));
    assertTrue(topics.contains(Topics.commandResult(TopicTable.BAR, "identify")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the bar", "another bar", "daemon", "home", "reader"})
  void shouldPassOnWhatTheTableAllowsWhenItIsPublished(String column) throws Exception {
    assertPassesOn(column);
  }

  /// For columns that only one broker has, too.
  final void assertPassesOn(String column) throws Exception {
    List<String> allowed = table().topics(column, 'p');
    // What may be published last: a code is used up by it.
    List<String> order = new ArrayList<>(table().topics());
    order.removeAll(allowed);
    order.addAll(allowed);
    try (TestClient observer = new TestClient(observer());
        TestClient client = new TestClient(TopicTable.door(uri(), column))) {
      assertEquals(1, observer.subscribe("#"));
      for (String topic : order) {
        client.publish(topic, PAYLOAD, false);
      }
      observer.publish("plumbline/right/rep", "end", false);
      assertTrue(observer.awaitHeard(List.of("plumbline/right/rep"), "end"), "the end");
      assertEquals(new TreeSet<>(allowed), heard(observer, table().topics(), PAYLOAD));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"the bar", "another bar", "daemon", "home", "reader"})
  void shouldServeWhatTheTableAllowsWhenItIsSubscribedTo(String column) throws Exception {
    assertServes(column);
  }

  /// For columns that only one broker has, too.
  final void assertServes(String column) throws Exception {
    // Below plumbline-pairing only the owner of a code may publish, so that nothing can be read there.
    List<String> topics = table().topics().stream().filter(topic -> !topic.startsWith("plumbline-pairing")).toList();
    List<String> allowed = table().topics(column, 'r').stream().filter(topics::contains).toList();
    try (TestClient observer = new TestClient(observer());
        TestClient client = new TestClient(TopicTable.door(uri(), column))) {
      for (String topic : topics) {
        int granted = client.subscribe(topic);
        assertEquals(allowed.contains(topic) || !refusesSubscriptions() ? 1 : 128, granted, topic);
      }
      boolean hasEnd = client.subscribe(END) == 1;
      for (String topic : topics) {
        observer.publish(topic, PAYLOAD, false);
      }
      observer.publish(END, "end", false);
      assertTrue(client.awaitHeard(allowed, PAYLOAD), "what is allowed");
      boolean readsEnd = hasEnd && !column.equals("the bar");
      assertTrue(!readsEnd || client.awaitHeard(List.of(END), "end"), "the end");
      assertEquals(new TreeSet<>(allowed), heard(client, topics, PAYLOAD));
    }
  }

  private static Set<String> heard(TestClient client, List<String> topics, String text) {
    return topics.stream().filter(topic -> text.equals(client.heard(topic)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the bar", "another bar", "home", "reader", "daemon"})
  void shouldNotComeInWhenTheLastWillIsForAnothersTopic(String column) throws Exception {
    TopicTable table = table();
    for (Map.Entry<String, String> cell : table.columns.getOrDefault(column, Map.of()).entrySet()) {
      boolean mayBeSaid = cell.getValue().indexOf('p') >= 0;
      try (TestClient observer = new TestClient(observer())) {
        observer.subscribe(cell.getKey());
        observer.subscribe("plumbline/right/rep");
        leaveAWill(TopicTable.door(uri(), column).withWill(cell.getKey()));
        if (mayBeSaid) {
          assertTrue(observer.awaitHeard(List.of(cell.getKey()), "the last will"), cell.getKey());
        } else {
          observer.publish("plumbline/right/rep", "end", false);
          assertTrue(observer.awaitHeard(List.of("plumbline/right/rep"), "end"));
          assertEquals(null, observer.heard(cell.getKey()), cell.getKey());
        }
      }
    }
  }

  private static void leaveAWill(TestClient.Door door) {
    try (TestClient client = new TestClient(door)) {
      client.vanish();
    } catch (MqttException e) {
      assertEquals(MqttException.REASON_CODE_NOT_AUTHORIZED, e.getReasonCode());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"the bar", "another bar"})
  void shouldHearNothingOfOthersWhenABarAsksForEverything(String column) throws Exception {
    try (TestClient observer = new TestClient(observer());
        TestClient bar = new TestClient(TopicTable.door(uri(), column))) {
      // Retained before it asks, and published after.
      observer.publish("plumbline/someone/state", "kept", true);
      for (String filter : List.of("#", "plumbline/#", "plumbline/+/state", "+/someone/state", "plumbline/someone/#",
          "$SYS/#", "$share/x/plumbline/someone/state")) {
        int granted = bar.subscribe(filter);
        assertTrue(!refusesSubscriptions() || granted == 128, filter + " was granted");
      }
      String own = column.equals("the bar") ? TopicTable.BAR : "right";
      bar.subscribe("plumbline/" + own + "/ack");
      observer.publish("plumbline/someone/state", "kept", true);
      observer.publish("plumbline/" + own + "/ack", "end", false);
      assertTrue(bar.awaitHeard(List.of("plumbline/" + own + "/ack"), "end"), "its own ack");
      assertEquals(null, bar.heard("plumbline/someone/state"));
      assertEquals(null, bar.heard("$SYS/broker/version"));
      observer.publish("plumbline/someone/state", "", true);
    }
  }
}
