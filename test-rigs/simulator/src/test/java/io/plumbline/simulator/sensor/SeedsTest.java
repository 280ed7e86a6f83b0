package io.plumbline.simulator.sensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.SensorPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {
  private static final SensorPlan.Triad BAD = new SensorPlan.Triad(0.01, 0.1, 0.05, 3, 0.01, 0.01, 0.01, 100, 0, 200);

  private static Rig full(long seed) {
    Rig rig = new Rig().unit(SensorPlan.Site.LEFT, BAD, BAD).unit(SensorPlan.Site.RIGHT, BAD, BAD);
    rig.seed = seed;
    rig.temperatureC = 30;
    rig.rateError = 0.01;
    rig.jitterS = 1e-6;
    rig.lostShare = 0.02;
    rig.lateShare = 0.02;
    rig.lateS = 0.0005;
    rig.highG = new SensorPlan.HighG(true, BAD);
    rig.force = new SensorPlan.Force(true, false, 1, 1, 0.01, 0.01, 0.1, 1000, 0);
    rig.strap = new SensorPlan.Strap(true, 200, 5, 0.5, 0.01, BAD, BAD);
    return rig;
  }

  @Test
  void shouldGiveTheSameRowsWhenSeedAndPlanAreTheSame() {
    Rows one = full(5).rest(1);
    Rows two = full(5).rest(1);
    assertArrayEquals(one.timeS(), two.timeS());
    for (String column : full(5).suite().columns()) {
      assertArrayEquals(one.column(column), two.column(column), column);
    }
  }

  @Test
  void shouldDifferInEveryColumnWhenSeedsDiffer() {
    Rows one = full(5).rest(0.1);
    Rows two = full(6).rest(0.1);
    for (String column : full(5).suite().columns()) {
      assertFalse(Arrays.equals(filled(one, column), filled(two, column)), column);
    }
  }

  @Test
  void shouldChangeNothingElseWhenSensorsAreTakenAway() {
    Rows all = full(5).rest(1);
    Rig less = full(5);
    less.imus.removeFirst();
    less.force = Rig.force(false, false);
    less.highG = new SensorPlan.HighG(false, BAD);
    less.strap = Rig.strap(false, 0, 0, 0);
    Rows few = less.rest(1);
    assertTrue(few.size() > 900);
    // The strap's rows are gone, and those in which the right unit alone was lost.
    assertArrayEquals(filled(all, "right_gy"), filled(few, "right_gy"));
    assertArrayEquals(filled(all, "right_az"), filled(few, "right_az"));

    Rig quiet = full(5);
    quiet.imus.set(0, new Rig().unit(SensorPlan.Site.LEFT).imus.getFirst());
    assertArrayEquals(all.column("right_gy"), quiet.rest(1).column("right_gy"));
  }

  private static double[] filled(Rows rows, String column) {
    double[] values = rows.column(column);
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  @Test
  void shouldBeUncorrelatedWhenStreamsHaveOtherNamesOrNeighbouringSeeds() {
    int count = 100_000;
    for (List<RandomStream> pair : List.of(List.of(new RandomStream(1, "a"), new RandomStream(1, "b")),
        List.of(new RandomStream(1, "a"), new RandomStream(2, "a")))) {
      double sum = 0;
      double squares = 0;
      double products = 0;
      double fourth = 0;
      for (int i = 0; i < count; i++) {
        double one = pair.getFirst().gaussian();
        sum += one;
        squares += one * one;
        fourth += one * one * one * one;
        products += one * pair.getLast().gaussian();
      }
      // Five standard errors of a normal's moments.
      assertEquals(0, sum / count, 0.016);
      assertEquals(1, squares / count, 0.023);
      assertEquals(3, fourth / count, 0.16);
      assertEquals(0, products / count, 0.016);
    }
  }
}
