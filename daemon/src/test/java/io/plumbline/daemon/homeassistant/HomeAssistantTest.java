package io.plumbline.daemon.homeassistant;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.support.HomeRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HomeAssistantTest {
  private static final HomeTopics TOPICS = new HomeTopics("homeassistant", "d1");
  /// When the reps of Summaries were lifted, and a little more.
  private static final long LIFTED_MS = 1_795_000_000_000L;

  private record Message(String topic, String text, boolean retained) {
    byte[] payload() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private record Task(Duration after, Runnable what) {}

  @TempDir
  Path folder = Path.of("set by JUnit");

  private final List<Message> messages = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private boolean connected = true;
  private long nowMs = LIFTED_MS + 4_000;

  private boolean publish(String topic, byte[] payload, boolean retained) {
    return connected && messages.add(new Message(topic, new String(payload, StandardCharsets.UTF_8), retained));
  }

  private HomeAssistant home() {
    return home(false);
  }

  private HomeAssistant home(boolean shared) {
    return new HomeAssistant(TOPICS, this::publish, AnnouncedBars.of(folder.resolve("announced")), "1.0", shared,
        () -> Instant.ofEpochMilli(nowMs), (after, what) -> tasks.add(new Task(after, what)), () -> 0.5);
  }

  private static Info info(String version) {
    return new Info(BAR, "j1", Info.Mode.LIVE, version, null, List.of(), List.of(), List.of("velocity"));
  }

  private static State state(int set, int reps) {
    return new State(Phase.REST, "Ada", Exercise.DEADLIFT_CONVENTIONAL, set, reps, null, 40.0, 40.0, null,
        State.Health.OK, null, null);
  }

  private List<Message> to(String topic) {
    return messages.stream().filter(message -> message.topic().equals(topic)).toList();
  }

  @Test
  void shouldAnnounceADeviceByTheRulesWhenABarIsHeardOf() {
    HomeAssistant home = home();
    for (String bar : List.of("bar-1", "A.b_c", "x__y", "9", "Z-.")) {
      home.availability(bar, true);
      Message config = messages.getLast();
      assertTrue(config.retained());
      HomeRules.require(config.topic(), config.payload(), "homeassistant");
      home.availability(bar, false);
      assertEquals(1, to(config.topic()).size(), "once is enough");
    }
    assertNotEquals(TOPICS.config("a.b"), TOPICS.config("a_b"));
    assertNotEquals(TOPICS.config("a.b"), TOPICS.config("a_db"));
  }

  @Test
  void shouldLetSomebodyChooseWhoLiftsWhenTheDaemonKnowsAthletes() throws Exception {
    HomeAssistant home = home();
    home.availability(BAR, true);
    List<String> names = List.of("Zoë \"Q\" O'Neil", "Bob");
    home.lifters(names);
    home.lifters(List.copyOf(names));
    List<Message> told = to(TOPICS.config(BAR));
    assertEquals(2, told.size(), "told again where it changed");
    JsonNode select = HomeRules.require(told.getLast().topic(), told.getLast().payload(), "homeassistant")
        .at("/cmps/lifter");
    assertEquals(names, select.path("options").valueStream().map(JsonNode::asString).toList());
    assertEquals("plumbline/" + BAR + "/cmd/set-context", select.path("cmd_t").asString());
    // As Home Assistant fills the template in.
    String command = select.path("cmd_tpl").asString().replace("{{ now().timestamp() }}", "1795000000.25")
        .replace("{{ value | tojson }}", new JsonMapper().writeValueAsString(names.getFirst()));
    assertEquals(new Command.SetContext("home-1795000000.25", names.getFirst(), null, null, null),
        new ContractCodec().decode(command.getBytes(StandardCharsets.UTF_8), Command.SetContext.class));
    home.lifters(List.of());
    assertEquals("{\"p\":\"select\"}",
        HomeRules.require(told.getLast().topic(), to(TOPICS.config(BAR)).getLast().payload(),
            "homeassistant").at("/cmps/lifter").toString(),
        "the entity goes");
  }

  @Test
  void shouldAnnounceAgainWhenTheBarsProgramIsAnotherOne() {
    HomeAssistant home = home();
    home.availability(BAR, true);
    home.info(BAR, info("1"));
    home.info(BAR, info("1"));
    home.info(BAR, info("2"));
    assertEquals(3, to(TOPICS.config(BAR)).size());
    assertTrue(to(TOPICS.config(BAR)).getLast().text().contains("\"sw\":\"2\""));
  }

  @Test
  void shouldAnnounceAgainSecondsLaterWhenHomeAssistantHasStarted() {
    HomeAssistant home = home();
    home.availability(BAR, true);
    home.stored(received(rep(1)));
    messages.clear();
    home.heard("offline");
    assertTrue(tasks.isEmpty());
    home.heard("online");
    assertTrue(messages.isEmpty());
    assertEquals(Duration.ofMillis(2500), tasks.getFirst().after());
    tasks.getFirst().what().run();
    assertEquals(List.of(TOPICS.config(BAR), TOPICS.last(BAR)), messages.stream().map(Message::topic).toList());
  }

  @Test
  void shouldAnnounceAtTheNextConnectionWhenThereWasNone() {
    HomeAssistant home = home();
    connected = false;
    home.availability(BAR, true);
    connected = true;
    home.connected();
    assertEquals(1, to(TOPICS.config(BAR)).size());
  }

  @Test
  void shouldTellARepOnceAndNeverRetainedWhenItWasJustLifted() {
    HomeAssistant home = home();
    home.stored(received(rep(1)));
    Message event = to(TOPICS.event(BAR)).getFirst();
    assertFalse(event.retained());
    var json = new JsonMapper().readTree(event.payload());
    assertEquals("rep", json.path("event_type").asString());
    assertEquals(0.52, json.path("mean_concentric_mps").asDouble());
    assertTrue(to(TOPICS.last(BAR)).getFirst().retained());
  }

  @Test
  void shouldTellNothingWhenARepIsOfBefore() {
    HomeAssistant home = home();
    nowMs = LIFTED_MS + 40_000;
    home.stored(received(rep(1)));
    nowMs = LIFTED_MS - 40_000;
    home.stored(received(rep(2)));
    assertTrue(to(TOPICS.event(BAR)).isEmpty());
    assertTrue(to(TOPICS.last(BAR)).isEmpty());
  }

  /// This set has no time.
  @Test
  void shouldGoByTheBarsOwnCountWhenItsClockIsNotSet() {
    HomeAssistant home = home();
    home.stored(received(set(5, 3, List.of(1L, 2L))));
    home.state(BAR, state(7, 0));
    home.stored(received(set(6, 3, List.of(1L, 2L))));
    assertTrue(to(TOPICS.event(BAR)).isEmpty());
    home.state(BAR, state(3, 2));
    home.stored(received(set(7, 3, List.of(1L, 2L))));
    assertEquals(1, to(TOPICS.event(BAR)).size());
    assertTrue(to(TOPICS.event(BAR)).getFirst().text().contains("\"set_done\""));
  }

  @Test
  void shouldTellStopWhenTheBarSaysIt() {
    HomeAssistant home = home();
    String odd = "\"}, {{ states }} <b>";
    home.cue(BAR, new Cue("c1", Cue.Kind.STOP, 1, null, 1000, odd, "velocity-loss"));
    home.cue(BAR, new Cue("c2", Cue.Kind.REP_COUNTED, 1, null, 1000, "1", null));
    assertEquals(1, to(TOPICS.event(BAR)).size());
    assertEquals(odd, new JsonMapper().readTree(to(TOPICS.event(BAR)).getFirst().payload()).path("text").asString());
  }

  @Test
  void shouldLeaveNewerFiguresAloneWhenSeveralDaemonsShareTheBars() {
    HomeAssistant home = home(true);
    home.availability(BAR, true);
    home.stored(received(rep(1)));
    home.cue(BAR, new Cue("c1", Cue.Kind.STOP, 1, null, 1000, "stop", "velocity-loss"));
    assertEquals(1, to(TOPICS.event(BAR)).size(), "the rep, and no cue that all hear");
    home.ownCue(BAR, new Cue("c1", Cue.Kind.STOP, 1, null, 1000, "stop", "velocity-loss"));
    assertEquals(2, to(TOPICS.event(BAR)).size());
    messages.clear();
    home.connected();
    assertEquals(List.of(TOPICS.config(BAR)), messages.stream().map(Message::topic).toList());
  }

  @Test
  void shouldTakeTheDeviceAwayWhenTheBarIsForgotten() {
    HomeAssistant home = home();
    home.availability(BAR, true);
    home.forgotten(BAR);
    assertEquals(0, to(TOPICS.config(BAR)).getLast().text().length());
    assertTrue(to(TOPICS.config(BAR)).getLast().retained());
  }

  @Test
  void shouldTakeAwayWhatWasAnnouncedWhenItIsTurnedOffLater() throws Exception {
    home().availability(BAR, true);
    messages.clear();
    AnnouncedBars later = AnnouncedBars.of(folder.resolve("announced"));
    assertFalse(later.isEmpty());
    assertTrue(later.clear(this::publish, List.of(TOPICS)), "what is wanted stays");
    assertTrue(messages.isEmpty());
    connected = false;
    assertFalse(later.clear(this::publish, List.of()));
    connected = true;
    assertTrue(later.clear(this::publish, List.of()));
    assertEquals(List.of(TOPICS.config(BAR), TOPICS.last(BAR), TOPICS.lastSet(BAR)),
        messages.stream().map(Message::topic).toList());
    assertFalse(Files.exists(folder.resolve("announced")));
  }
}
