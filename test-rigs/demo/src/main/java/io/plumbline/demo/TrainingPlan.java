package io.plumbline.demo;

import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.simulator.scenario.SetPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/// The sets of a simulated training session, each a scenario of its own: warm-up ramp, then working sets in which the lifter tires.
final class TrainingPlan {
  private static final String FILE = "training.toml";
  private static final double FIRST_REST_S = 4;
  private static final double REST_AFTER_S = 3;

  private final Scenario session;
  private final double pauseS;

  /// @param pauseS between the end of a set and the next
  /// @param seed   the same seed gives the same lifts
  TrainingPlan(double pauseS, long seed) {
    this.session = Scenarios.of(FILE, text(), OptionalLong.of(seed));
    this.pauseS = pauseS;
  }

  private static String text() {
    try (InputStream in = Objects.requireNonNull(TrainingPlan.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The set with this number, from 0; the plan starts again after its last.
  Scenario set(int number) {
    SetPlan set = session.sets().get(number % session.sets().size());
    // The first set follows soon: nobody wants to wait for a demonstration.
    double restS = number == 0 ? FIRST_REST_S : Math.max(0, pauseS - REST_AFTER_S);
    SetPlan paused = new SetPlan(set.leftKg(), set.rightKg(), restS, REST_AFTER_S, set.actions());
    return new Scenario(session.name(), session.purpose(), session.exercise(), session.seed(), session.place(),
        session.bar(), session.body(), List.of(paused), session.sensors());
  }
}
