package io.plumbline.bar.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.exception.Pi4JException;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.bar.testing.TestPins;
import io.plumbline.contract.payload.Cue;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.virtualchips.feed.Output;
import io.plumbline.virtualchips.feed.SimulatedBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Simulated lifters whose technique breaks, through chips, drivers and core, to the lines of buzzer and light; on a clock that the reader
/// moves on, so that what is measured here is what the samples wait for each other, not how busy the machine is.
class LiveCuesTest {
  private static final long MOST_NS = 20_000_000;
  /// 0.05 m/s end a set; the estimate may err by a little.
  private static final double LEAST_LOSS_MPS = 0.04;
  private static final String ALL_ON = """
    [cues.uneven_plates]
    led = true
    [cues.jerked_start]
    led = true
    [cues.forward_drift]
    led = true
    [cues.rep_counted]
    buzzer = true
    """;

  private record Played(TestPins pins, List<Cue> cues, List<Long> buzzerOnNs, List<Long> lightOnNs,
      List<String> complaints) {
    List<Cue> cues(Cue.Kind kind) {
      return cues.stream().filter(cue -> cue.kind() == kind).toList();
    }
  }

  private static List<Long> watched(Output output) {
    List<Long> onNs = new ArrayList<>();
    boolean[] was = new boolean[1];
    output.watch((high, timeNs) -> {
      if (high && !was[0]) {
        onNs.add(timeNs);
      }
      was[0] = high;
    });
    return onNs;
  }

  private static Played play(String scenario, String toml) throws Exception {
    TestPins pins = TestPins.lifting(Scenarios.named(scenario), List.of());
    return play(pins, toml, watched(pins.bar().buzzer()), watched(pins.bar().led()));
  }

  private static Played play(TestPins pins, String toml, List<Long> buzzerOnNs, List<Long> lightOnNs)
      throws Exception {
    BarConfig config = new BarConfigReader().with("cues", toml).with("pins", pins.configuration()).read();
    List<Cue> cues = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    LiveBar.Session session = new LiveBar.Session("journal-1", null, null, StreamContext.DEFAULT_SET_PAUSE, null);
    try (LiveBar bar = LiveBar.open(config, pins, session, line -> {}, line -> {
      if (line.startsWith("cues")) {
        complaints.add(line);
      }
    })) {
      Measurement measurement = new Measurement(bar.context(), payload -> {
        bar.cues().emit(payload);
        if (payload instanceof Cue cue) {
          cues.add(cue);
        }
      }, List.of(), bar.source()::health);
      measurement.begin("test");
      SensorFrame frame = new SensorFrame();
      while (bar.source().next(frame)) {
        measurement.accept(frame);
      }
      measurement.finish();
    }
    assertFalse(pins.bar().buzzer().isOn());
    assertFalse(pins.bar().led().isOn());
    return new Played(pins, cues, buzzerOnNs, lightOnNs, complaints);
  }

  private static void assertSoon(List<Cue> cues, List<Long> edgesNs) {
    for (int i = 0; i < cues.size(); i++) {
      long delayNs = edgesNs.get(i) - cues.get(i).timeNs();
      System.out.printf("%s: %.1f ms after its sample%n", cues.get(i).text(), delayNs * 1e-6);
      assertTrue(delayNs > 0 && delayNs <= MOST_NS, delayNs + " ns: " + cues.get(i));
    }
  }

  @Test
  void shouldSoundStopWithinTheSetAndNothingElseWhenTheLifterTires() throws Exception {
    Played played = play("long-set-fatigue", "[cues.stop]\npattern_ms = [500]\n");
    List<Cue> stops = played.cues(Cue.Kind.STOP);
    assertEquals(1, stops.size(), () -> String.valueOf(played.cues));
    assertTrue(played.cues.size() > stops.size(), "reps were counted, quietly");
    assertEquals(1, played.buzzerOnNs.size());
    assertEquals(played.buzzerOnNs, played.lightOnNs);
    assertSoon(stops, played.buzzerOnNs);
    SimulatedBar session = Objects.requireNonNull(played.pins.bar().simulation());
    long edgeNs = played.buzzerOnNs.getFirst();
    double bestMps = 0;
    int told = -1;
    List<RepTruth> reps = session.reps();
    while (session.timeNs(reps.get(told + 1).liftOffS()) < edgeNs) {
      told++;
      bestMps = Math.max(bestMps, reps.get(told).meanVelocityMps());
    }
    double lostMps = bestMps - reps.get(told).meanVelocityMps();
    assertTrue(lostMps > LEAST_LOSS_MPS, "told after rep " + (told + 1) + ", which had lost " + lostMps + " m/s");
    assertTrue(edgeNs < session.timeNs(reps.get(told + 1).pullS()), "told before the lifter pulls again");
    assertTrue(told < 5, "ten reps are left out, not " + (reps.size() - told - 1));
    assertEquals(List.of(), played.complaints);
  }

  @Test
  void shouldSoundStopAtTheTopWhenTheBarDriftsToTheLimit() throws Exception {
    TestPins pins = TestPins.lifting(Scenarios.of("far-forward.toml", """
      purpose = "Bar swings 12 cm forward"
      exercise = "deadlift-conventional"
      [rep]
      path.drift_m = 0.12
      path.drift_at = 0.35
      [[set]]
      load_kg = 140
      reps = 2
      """, OptionalLong.of(7)), List.of());
    Played played = play(pins, "", watched(pins.bar().buzzer()), watched(pins.bar().led()));
    List<Cue> stops = played.cues(Cue.Kind.STOP);
    assertEquals(1, stops.size(), () -> String.valueOf(played.cues));
    assertEquals(3, played.buzzerOnNs.size(), "the pattern of STOP, once");
    assertSoon(stops, played.buzzerOnNs);
    SimulatedBar session = Objects.requireNonNull(pins.bar().simulation());
    RepTruth first = session.reps().getFirst();
    long edgeNs = played.buzzerOnNs.getFirst();
    assertTrue(edgeNs > session.timeNs(first.liftOffS()) && edgeNs < session.timeNs(first.descentS()),
        () -> edgeNs + " is not in the first rep: " + first);
  }

  @Test
  void shouldTellTheOtherCuesWhereTheyAreWished() throws Exception {
    Played drift = play("drift-forward", ALL_ON);
    List<Cue> findings = drift.cues(Cue.Kind.FINDING);
    assertTrue(findings.size() >= 5, () -> String.valueOf(drift.cues));
    assertEquals(findings.size(), drift.lightOnNs.size(), "no STOP: the light has the findings for itself");
    assertSoon(findings, drift.lightOnNs);
    List<Cue> counted = drift.cues(Cue.Kind.REP_COUNTED);
    assertEquals(5, counted.size());
    assertSoon(counted, drift.buzzerOnNs);
    SimulatedBar session = Objects.requireNonNull(drift.pins.bar().simulation());
    for (int i = 0; i < 5; i++) {
      Cue cue = counted.get(i);
      RepTruth rep = session.reps().get(i);
      assertTrue(cue.text().startsWith("Rep " + (i + 1) + ":"), cue::text);
      assertTrue(cue.timeNs() > session.timeNs(rep.liftOffS()) && cue.timeNs() < session.timeNs(rep.descentS()),
          () -> cue + " does not come at the top of " + rep);
    }
  }

  @Test
  void shouldMeasureOnAndComplainWhenTheOutputsFail() throws Exception {
    TestPins pins = TestPins.lifting(Scenarios.named("drift-forward"), List.of());
    pins.bar().buzzer().watch((high, timeNs) -> {
      throw new Pi4JException("gone");
    });
    Played played = play(pins, "[cues]\nled_line = -1\n", List.of(), List.of());
    assertEquals(5, played.cues(Cue.Kind.REP_COUNTED).size());
    assertEquals(List.of("cues: buzzer on line 12: cannot be switched; it is tried again"), played.complaints);
    assertEquals(0, pins.bar().led().count());
  }
}
