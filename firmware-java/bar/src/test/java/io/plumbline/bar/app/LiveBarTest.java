package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.Summaries;
import io.plumbline.bar.testing.TestPins;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.core.technique.Baseline;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.fault.FaultText;
import io.plumbline.virtualchips.feed.VirtualBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveBarTest {
  private final Path folder;

  LiveBarTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Fault fault(String text) {
    return FaultText.parse(text, VirtualBar.PLACES);
  }

  private static LiveBar open(TestPins pins, @Nullable Path record) throws Exception {
    BarConfig config = new BarConfigReader().with("test", pins.configuration()).read();
    return LiveBar.open(config, pins,
        new LiveBar.Session("journal-1", null, "Kim", StreamContext.DEFAULT_SET_PAUSE, record, lift -> careful()),
        line -> {},
        line -> {});
  }

  /// Of somebody who usually lowers the bar over 3 s.
  private static Baseline careful() {
    Baseline baseline = new Baseline();
    for (int i = 0; i < 20; i++) {
      RepMeasures rep = new RepMeasures();
      rep.eccentricS = 3;
      baseline.learn(rep);
    }
    return baseline;
  }

  /// A simulated session with chips that count as a real bar's do; everything that it published.
  private List<Payload> live(String scenario, @Nullable Path record, Fault... faults) throws Exception {
    TestPins pins = TestPins.lifting(Scenarios.named(scenario), List.of(faults));
    List<Payload> payloads = new ArrayList<>();
    try (LiveBar bar = open(pins, record)) {
      play(bar.source(), bar.context(), payloads);
    }
    if (faults.length == 0) {
      assertEquals(List.of(), pins.bar().misuses());
    }
    return payloads;
  }

  private static void play(FrameSource source, StreamContext context, List<Payload> payloads) throws IOException {
    Measurement measurement = new Measurement(context, payloads::add, List.of(), source::health, source::condition);
    measurement.begin("test");
    SensorFrame frame = new SensorFrame();
    while (source.next(frame)) {
      measurement.accept(frame);
    }
    measurement.finish();
  }

  private Path recorded() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all::toString);
      return all.getFirst();
    }
  }

  @Test
  void shouldGiveTheSameBytesWhenTheBlackBoxIsReplayed() throws Exception {
    List<byte[]> told = Summaries.encoded(live("plate-changes", folder));
    assertTrue(told.size() >= 7, "reps, traces and a set: " + told.size());
    List<Payload> again = new ArrayList<>();
    try (BlackBoxSource source = BlackBoxSource.open(recorded())) {
      play(source, source.context(), again);
      assertTrue(source.report().isWhole());
    }
    List<byte[]> replayed = Summaries.encoded(again);
    assertTrue(again.stream().anyMatch(payload -> payload instanceof RepSummary rep
        && rep.findings().stream().anyMatch(finding -> Double.valueOf(3).equals(finding.baseline()))),
        "the recording knows what was usual for the athlete");
    assertEquals(told.size(), replayed.size());
    for (int i = 0; i < told.size(); i++) {
      assertArrayEquals(told.get(i), replayed.get(i));
    }
  }

  @Test
  void shouldMeasureLikeTheSimulatorsOwnRowsWhenTheChipsAreRead() throws Exception {
    List<Payload> payloads = live("deadlift-working-set", null);
    List<RepSummary> reps = payloads.stream().filter(RepSummary.class::isInstance).map(RepSummary.class::cast).toList();
    assertEquals(5, reps.size());
    for (RepSummary rep : reps) {
      Double totalKg = rep.load().totalKg();
      assertTrue(totalKg != null && Math.abs(totalKg - 140) < 3, "weighed " + totalKg);
      assertEquals(0.55, rep.motion().rangeOfMotionM(), 0.02);
    }
    Quality last = payloads.stream().filter(Quality.class::isInstance).map(Quality.class::cast).toList().getLast();
    assertEquals(5, last.chips().size());
    assertTrue(last.chips().stream().allMatch(chip -> chip.running() && chip.lost() == 0 && chip.samples() > 30_000),
        last.chips()::toString);
  }

  @Test
  void shouldGoOnAndSaySoWhenAChipRestartsInTheMiddle() throws Exception {
    List<Payload> payloads = live("deadlift-working-set", null, fault("left-imu: reset at 12 s"),
        fault("force: corrupt from 20 s for 0.5 s"), fault("right-high-g: no answer from 15 s for good"));
    assertEquals(5, payloads.stream().filter(RepSummary.class::isInstance).count());
    Quality last = payloads.stream().filter(Quality.class::isInstance).map(Quality.class::cast).toList().getLast();
    Quality.Chip left = chip(last, "left-imu");
    assertTrue(left.running() && left.restarts() >= 1, left::toString);
    assertTrue(chip(last, "force").crcErrors() > 0);
    assertFalse(chip(last, "right-high-g").running());
    List<State> states = payloads.stream().filter(State.class::isInstance).map(State.class::cast).toList();
    assertEquals(State.Health.DEGRADED, states.getLast().health());
    assertTrue(String.valueOf(states.getLast().healthReason()).startsWith("right-high-g: "), states::toString);
  }

  private static Quality.Chip chip(Quality quality, String name) {
    return quality.chips().stream().filter(chip -> chip.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void shouldLoseNoInertialSampleWhenEverythingPausesForFiftyMilliseconds() throws Exception {
    TestPins pins = TestPins.counting(List.of());
    try (LiveBar bar = open(pins, null)) {
      SensorFrame frame = new SensorFrame();
      // Until the clocks are known, a converter's gap has no number.
      step(bar, frame, pins.nowNs() + 4_000_000_000L);
      for (int second = 0; second < 8; second++) {
        step(bar, frame, pins.nowNs() + 900_000_000L);
        // Nobody reads anything for so long, wherever in its loop the program was.
        pins.advance(50_000_000L + second * 137_000L);
      }
      step(bar, frame, pins.nowNs() + 100_000_000L);
      SamplingHealth health = bar.source().health().orElseThrow();
      for (SamplingHealth.Chip chip : health.chips()) {
        assertTrue(chip.running(), chip::toString);
        assertTrue(chip.samples() > 5000, chip::toString);
        if (chip.name().endsWith("imu")) {
          assertEquals(0, chip.lost(), chip::toString);
        }
        if (chip.name().equals("force")) {
          assertTrue(chip.lost() >= 8 * 48 && chip.lost() <= 8 * 53, chip::toString);
        }
      }
    }
  }

  private static void step(LiveBar bar, SensorFrame frame, long untilNs) throws IOException {
    boolean more = true;
    while (more && frame.timeNs() < untilNs - 30_000_000L) {
      more = bar.source().next(frame);
    }
  }
}
