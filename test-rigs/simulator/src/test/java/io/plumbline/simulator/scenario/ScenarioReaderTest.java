package io.plumbline.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.SensorPlan.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {
  private static final String STILL = "rep.scatter = 0\n";

  @Test
  void shouldTakeTheDefaultsOfExerciseAndLoadWhenTheFileIsShort() {
    Scenario scenario = Toml.with(STILL);
    RepPlan first = Toml.rep(scenario, 1);
    double share = 140.0 / 180;
    assertAll(() -> assertEquals(Exercise.DEADLIFT_CONVENTIONAL, scenario.exercise()),
        () -> assertEquals(20, scenario.bar().massKg()), () -> assertEquals(6.7, scenario.bar().outboardKg(), 1e-12),
        () -> assertEquals(60, scenario.sets().getFirst().leftKg()),
        () -> assertEquals(60, scenario.sets().getFirst().rightKg()), () -> assertEquals(0.55, first.romM()),
        () -> assertEquals(0.81 - (share - 0.6) / 0.2 * 0.25, first.meanVelocityMps(), 1e-12),
        () -> assertEquals(new RepPlan.Slack(0.7, 0.85, 0.3), first.slack()),
        () -> assertEquals(RepPlan.Outcome.Kind.COMPLETED, first.outcome().kind()),
        () -> assertEquals(List.of(SensorPlan.Site.LEFT, SensorPlan.Site.RIGHT),
            scenario.sensors().imus().stream().map(SensorPlan.Imu::site).toList()),
        () -> assertTrue(scenario.sensors().force().fitted() && scenario.sensors().strap().fitted()));
  }

  @Test
  void shouldMoveAsThePublishedLineSaysWhenTheLoadIsAShareOfTheMaximum() {
    for (double[] point : new double[][]{{0.6, 0.81}, {0.8, 0.56}, {0.9, 0.44}}) {
      Scenario scenario = Toml.read(Toml.HEAD + STILL + "body.one_rep_max_kg = 200\n\n[[set]]\nreps = 1\nload_kg = "
          + 200 * point[0] + "\n");
      assertEquals(point[1], Toml.rep(scenario, 1).meanVelocityMps(), 1e-9);
    }
    double max = LoadVelocity.mean(Exercise.DEADLIFT_CONVENTIONAL, 1);
    assertTrue(max >= 0.14 && max <= 0.33, "velocity at the maximum " + max);
    for (Exercise exercise : Exercise.values()) {
      for (double share = 0.2; share < 1.2; share += 0.01) {
        assertTrue(LoadVelocity.mean(exercise, share + 0.01) <= LoadVelocity.mean(exercise, share), exercise.id());
      }
    }
  }

  @Test
  void shouldHaveAStickingRegionWhenTheLoadIsNearMaximal() {
    RepPlan light = Toml.rep(Toml.read(Toml.HEAD + STILL + "[[set]]\nload_kg = 100\n"), 1);
    RepPlan heavy = Toml.rep(Toml.read(Toml.HEAD + STILL + "[[set]]\nload_kg = 180\n"), 1);
    assertEquals(0, light.sticking());
    assertEquals(0.6, heavy.sticking(), 1e-9);
    assertTrue(heavy.peakAt() < light.peakAt() && heavy.peakToMean() > light.peakToMean());
    assertTrue(heavy.stickingAt() > heavy.peakAt());
  }

  @Test
  void shouldLetTheNearerTableWinWhenAKeyIsInSeveral() {
    Scenario scenario = Toml.read(Toml.HEAD + """
      [rep]
      scatter = 0
      rom_m = 0.5
      descent.duration_s = 2

      [fatigue]
      descent_loss = 0.1

      [[set]]
      load_kg = 100
      reps = 3
      rep.rom_m = 0.51

      [[set.single]]
      number = 3
      rom_m = 0.52
      descent.duration_s = 1.11

      [[set]]
      load_kg = 100
      reps = 1
      """);
    assertEquals(List.of(0.51, 0.51, 0.52),
        List.of(Toml.rep(scenario, 1).romM(), Toml.rep(scenario, 2).romM(), Toml.rep(scenario, 3).romM()));
    assertEquals(1.8, Toml.rep(scenario, 2).descent().durationS(), 1e-12, "fatigue");
    assertEquals(1.11, Toml.rep(scenario, 3).descent().durationS(), "a single rep counts as it stands");
    assertEquals(0.5, ((RepPlan) scenario.sets().getLast().actions().getFirst()).romM());
  }

  @Test
  void shouldChangeEachRepWhenTheLifterTires() {
    Scenario scenario = Toml.read(Toml.HEAD + STILL + """
      [fatigue]
      velocity_loss_mps = 0.03
      drift_m = 0.005
      flexion_gain_deg = 1
      left_share = 0.01
      tension_loss = 0.1
      [[set]]
      load_kg = 100
      reps = 4
      """);
    RepPlan first = Toml.rep(scenario, 1);
    RepPlan last = Toml.rep(scenario, 4);
    assertAll(() -> assertEquals(first.meanVelocityMps() - 0.09, last.meanVelocityMps(), 1e-9),
        () -> assertEquals(first.path().driftM() + 0.015, last.path().driftM(), 1e-9),
        () -> assertEquals(first.spine().gainDeg() + 3, last.spine().gainDeg(), 1e-9),
        () -> assertEquals(0.53, last.sides().leftShare(), 1e-9),
        () -> assertEquals(0.7 * first.slack().tensionS(), last.slack().tensionS(), 1e-9));
  }

  @Test
  void shouldTakeTheSlackOfTheNearestStyleWhenSeveralTablesTellOfIt() {
    Scenario scenario = Toml.read(Toml.HEAD + STILL + """
      rep.slack.tension_s = 2
      rep.slack.plateau_s = 1
      [[set]]
      load_kg = 100
      reps = 2
      rep.slack.style = "hurried"
      rep.slack.tension_s = 0.5
      [[set.single]]
      number = 2
      slack.style = "jerked"
      """);
    assertEquals(new RepPlan.Slack(0.5, 0, 0), Toml.rep(scenario, 1).slack());
    assertEquals(new RepPlan.Slack(0.2 * 0.98, 0, 0), Toml.rep(scenario, 2).slack(), "tired by one rep");
  }

  @Test
  void shouldDrawTheSameRepsWhenTheSeedIsTheSame() {
    String text = Toml.HEAD + Toml.SET;
    assertEquals(Toml.read(text, 5), Toml.read(text, 5));
    assertNotEquals(Toml.read(text, 5).sets(), Toml.read(text, 6).sets());
    assertEquals(5, Toml.read(text, 5).seed());
    Scenario still = Toml.read(Toml.HEAD + STILL + Toml.SET, 5);
    assertEquals(still.sets(), Toml.read(Toml.HEAD + STILL + Toml.SET, 6).sets(), "without scatter there is no chance");
  }

  @Test
  void shouldScatterAboutWhatIsMeantWhenManyAreDrawn() {
    double sum = 0;
    double squares = 0;
    int count = 1500;
    for (int seed = 0; seed < count; seed++) {
      double drift = Toml.rep(Toml.read(Toml.HEAD + Toml.SET, seed), 1).path().driftM();
      sum += drift;
      squares += drift * drift;
    }
    double mean = sum / count;
    assertEquals(0.015, mean, 0.0004);
    assertEquals(0.003, StrictMath.sqrt(squares / count - mean * mean), 0.0004);
  }

  @Test
  void shouldPutPlatesOnBetweenSetsWhenTheLoadChanges() {
    Scenario scenario = Toml.read(Toml.HEAD + """
      [[set]]
      load_kg = 60
      reps = 1
      [[set]]
      load_kg = 107.5
      reps = 1
      [[set]]
      left_kg = 40
      right_kg = 43.75
      reps = 1
      change_plates = false
      """);
    List<Action> actions = scenario.sets().getFirst().actions();
    List<Incident> plates = actions.stream().filter(Incident.class::isInstance).map(Incident.class::cast).toList();
    assertTrue(actions.getFirst() instanceof RepPlan, "after the rep");
    assertEquals(List.of(20.0, 20.0, 2.5, 2.5, 1.25, 1.25), plates.stream().map(Incident::size).toList());
    assertEquals(List.of(-1, 1, -1, 1, -1, 1), plates.stream().map(Incident::side).toList());
    assertEquals(1, scenario.sets().get(1).actions().size(), "not asked for");
    assertEquals(43.75, scenario.sets().getLast().rightKg());
  }

  @Test
  void shouldChangePlatesBeforeTheNextSetWhenTheBarIsHeldInASet() {
    Scenario scenario = Toml.read("""
      purpose = "test"
      exercise = "squat"
      [[set]]
      load_kg = 60
      reps = 1
      [[set]]
      load_kg = 100
      reps = 1
      """);
    SetPlan second = scenario.sets().getLast();
    assertEquals(1, scenario.sets().getFirst().actions().size());
    assertEquals(20, second.leftKg(), "as the bar stands at its beginning");
    assertEquals(List.of(20.0, 20.0), second.actions().stream().filter(Incident.class::isInstance)
        .map(action -> ((Incident) action).size()).toList());
  }

  @Test
  void shouldCountThePlatesThatTheFileMovesItselfWhenTheLoadChanges() {
    Scenario scenario = Toml.read(Toml.HEAD + "[[set]]\nleft_kg = 0\nright_kg = 0\nreps = 0\n"
        + "[[set.incident]]\nkind = \"plate\"\nsize = 20\n[[set]]\nload_kg = 80\nreps = 1\n");
    List<Double> sizes = scenario.sets().getFirst().actions().stream().map(action -> ((Incident) action).size())
        .toList();
    assertEquals(List.of(20.0, 20.0, 10.0, 10.0), sizes);
  }

  @Test
  void shouldScaleEveryErrorWhenNoiseIsGiven() {
    SensorPlan plain = Toml.with("").sensors();
    SensorPlan twice = Toml.with("sensors.noise = 2\n").sensors();
    SensorPlan none = Toml.with("sensors.noise = 0\n").sensors();
    SensorPlan.Triad accelerometer = none.imus().getFirst().accelerometer();
    assertEquals(2 * plain.imus().getFirst().gyroscope().biasSd(), twice.imus().getFirst().gyroscope().biasSd(), 1e-15);
    assertEquals(2 * plain.force().noiseN(), twice.force().noiseN(), 1e-12);
    assertEquals(plain.force().resolutionN(), twice.force().resolutionN());
    assertAll(() -> assertEquals(0, accelerometer.noiseDensity()), () -> assertEquals(0, accelerometer.resolution()),
        () -> assertEquals(157, accelerometer.range()), () -> assertEquals(0, none.force().zeroSdN()),
        () -> assertEquals(0, none.strap().orientationSd()), () -> assertEquals(0, none.jitterS()));
  }

  @Test
  void shouldReadSensorsAndFaultsWhenTheyAreGiven() {
    SensorPlan plan = Toml.with("""
      [sensors]
      imus = ["centre", "right"]
      accelerometer.scale_sd = 0.02
      right.accelerometer.scale_sd = 0.03
      right.mount_yaw_deg = -90
      force.single_axis = true
      [[sensors.fault]]
      kind = "stuck"
      sensor = "force-left"
      from_s = 3
      until_s = 4.5
      [[sensors.fault]]
      kind = "dead"
      sensor = "thorax"
      from_s = 7
      """).sensors();
    assertEquals(0.02, plan.imus().getFirst().accelerometer().scaleSd());
    assertEquals(0.03, plan.imus().getLast().accelerometer().scaleSd());
    assertEquals(-90, plan.imus().getLast().mountYawDeg());
    assertTrue(plan.force().singleAxis());
    assertEquals(List.of(new Fault(Fault.Kind.STUCK, "force-left", 3, 4.5),
        new Fault(Fault.Kind.DEAD, "thorax", 7, Double.POSITIVE_INFINITY)), plan.faults());
  }
}
