package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.link.LinkListener;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.TestPins;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.virtualchips.fault.FaultText;
import io.plumbline.virtualchips.feed.VirtualBar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The whole way from virtual chips to what is told, on a clock that is moved on by whoever reads.
class HealthDeskTest {
  private final List<String> lines = new ArrayList<>();
  private final List<Payload> payloads = new ArrayList<>();

  private void play(boolean selfTest, String... faults) throws Exception {
    TestPins pins = TestPins.lifting(Scenarios.named("deadlift-working-set"),
        Stream.of(faults).map(text -> FaultText.parse(text, VirtualBar.PLACES)).toList());
    BarConfig config = new BarConfigReader().with("own", "[health]\nself_test_on_start = " + selfTest)
        .with("test", pins.configuration()).read();
    LiveBar.Session session = new LiveBar.Session("journal-1", null, "Kim", StreamContext.DEFAULT_SET_PAUSE, null);
    try (LiveBar bar = LiveBar.open(config, pins, session, line -> {}, lines::add)) {
      FrameSource source = bar.source();
      Measurement measurement = new Measurement(bar.context(), payloads::add, List.of(), source::health,
          source::condition);
      source.accompany(new Companions(null, new LinkWatch(LinkListener.SILENT, pins::nowNs, true),
          () -> measurement.pipeline().atRest(), measurement::whileWaiting));
      measurement.begin("test");
      SensorFrame frame = new SensorFrame();
      while (source.next(frame)) {
        measurement.accept(frame);
      }
      measurement.finish();
    }
  }

  private <P extends Payload> List<P> all(Class<P> type) {
    return payloads.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<State.Health> healths() {
    List<State.Health> passed = new ArrayList<>();
    for (State state : all(State.class)) {
      if (passed.isEmpty() || passed.getLast() != state.health()) {
        passed.add(state.health());
      }
    }
    return passed;
  }

  @Test
  void shouldTestTheChipsAndMeasureAllTheSameWhenTheBarLiesStillAtTheStart() throws Exception {
    play(true);
    assertEquals(List.of(State.Health.STARTING, State.Health.SELF_TEST, State.Health.OK), healths());
    assertEquals(5, all(RepSummary.class).size());
    Quality last = all(Quality.class).getLast();
    assertTrue(last.chips().stream().allMatch(chip -> chip.running() && chip.restarts() == 2), last.chips()::toString);
    assertEquals(List.of("health: ready: no broker: only the latest summaries are kept until there is one"),
        lines.stream().filter(line -> line.contains("broker")).toList());
    assertEquals("health: ready", lines.getFirst());
  }

  @Test
  void shouldSayEachChangeOnceWithReasonAndMendWhenAChipGoesAndComes() throws Exception {
    play(false, "right-high-g: no answer from 10 s for 8 s", "left-imu: reset at 12 s");
    assertEquals(List.of(State.Health.STARTING, State.Health.OK, State.Health.DEGRADED, State.Health.OK), healths());
    State degraded = all(State.class).stream().filter(state -> state.health() == State.Health.DEGRADED).findFirst()
        .orElseThrow();
    assertTrue(String.valueOf(degraded.healthReason()).startsWith("right-high-g: "), degraded::toString);
    assertEquals("'plumbline bar check' looks closer", degraded.healthMend());
    List<String> chips = lines.stream().filter(line -> line.contains("right-high-g")).toList();
    assertEquals(2, chips.size(), lines::toString);
    assertTrue(chips.getFirst().startsWith("health: degraded: right-high-g: "), chips::toString);
    assertTrue(chips.getLast().startsWith("health: ready, no more: right-high-g: "), chips::toString);
  }

  @Test
  void shouldTellComputerAndLinkInQualityWhenTheyAreWatched() throws Exception {
    play(false);
    Quality last = all(Quality.class).getLast();
    assertEquals(new Quality.Board(null, null, null), last.board());
    Quality.Link link = last.link();
    assertTrue(link != null && !link.connected() && link.sinceS() > 10 && link.waiting() == null, () -> "" + link);
  }
}
