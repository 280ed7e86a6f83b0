package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Scenarios;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UntoldSetTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ExerciseCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private static UntoldSet untold(String scenario, SensorSet sensors) {
    return UntoldSet.run(Scenarios.named(scenario), sensors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadlift-working-set", "touch-and-go-bounced", "sumo-light", "trap-bar-dropped",
      "romanian-deadlift", "squat-heavy", "bench-press-paused", "row", "overhead-press"})
  void shouldCountAndNameTheLiftWhenNobodySaidWhatItIs(String scenario) {
    UntoldSet set = untold(scenario, SensorSet.ALL);
    assertTrue(set.untold(), set.toString());
    assertEquals(UntoldSet.Verdict.RIGHT, set.verdict(), set.toString());
  }

  @ParameterizedTest
  @CsvSource({"romanian-deadlift, NO_FORCE", "touch-and-go, NO_FORCE", "row, ONE_IMU", "squat, ONE_IMU"})
  void shouldCountAndNameTheLiftWhenSensorsAreMissing(String scenario, SensorSet sensors) {
    UntoldSet set = untold(scenario, sensors);
    assertTrue(set.untold(), set.toString());
    assertEquals(UntoldSet.Verdict.RIGHT, set.verdict(), set.toString());
  }

  @Test
  void shouldNotNameAnotherLiftWhenAGoodMorningIsAsDeepAsAShallowSquat() {
    UntoldSet set = untold("good-morning", SensorSet.ALL);
    assertTrue(set.untold(), set.toString());
    assertNotEquals(UntoldSet.Verdict.WRONG, set.verdict(), set.toString());
  }

  @Test
  void shouldPrintBothTablesWhenSetsWereMeasured() {
    assertEquals(0, run("--sets", "2", "--first-seed", "880011", "--threads", "1"), err.toString());
    assertTrue(out.toString().contains("exact untold"), out.toString());
    assertTrue(out.toString().contains("romanian deadlift"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sets=0", "--first-seed=-1", "--sensors=three-imus", "--threads=0"})
  void shouldEndWithTwoBeforeAnyWorkWhenAnArgumentIsWrong(String argument) {
    assertEquals(2, run(argument));
    assertTrue(err.toString().contains(argument.substring(0, argument.indexOf('='))), err.toString());
    assertEquals("", out.toString());
  }
}
