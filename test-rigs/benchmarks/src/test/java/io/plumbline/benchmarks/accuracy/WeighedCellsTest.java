package io.plumbline.benchmarks.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.calibration.LoadCellCalibration;
import io.plumbline.simulator.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeighedCellsTest {
  private static final long FIRST_SEED = 880_101;
  private static final int SETS = 8;
  private static final List<String> COLUMNS = List.of("left_fy", "left_fz", "right_fy", "right_fz");
  private static final double STANDARD_MPS2 = 9.80665;
  private static final double EQUATOR_MPS2 = 9.7803253359;

  private static WeighedCells cells(long seed) {
    return WeighedCells.of(DrawnSet.of(seed).fullyFitted(), COLUMNS);
  }

  @Test
  void shouldFitEveryDrawnCellWhenItIsSetAgainstPlates() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SETS; seed++) {
      WeighedCells cells = cells(seed);
      for (int side = 0; side < 2; side++) {
        LoadCellCalibration fit = cells.side(side);
        assertTrue(fit.residualN() > 0 && fit.residualN() < 2, fit + ", seed " + seed);
        assertEquals(1, fit.nPerRatio().get(3) * 0.222e-3 / 980.665, 0.03, "seed " + seed);
      }
    }
  }

  @Test
  void shouldTellMassesInStandardGravityWhenThePlaceHasLess() {
    String perfect = DrawnSet.of(FIRST_SEED).text().replaceAll("(?m)^noise = .*$", "noise = 0")
        .replaceAll("(?m)^(latitude_deg|altitude_m) = .*$", "$1 = 0");
    Scenario equator = new DrawnSet(FIRST_SEED, perfect).fullyFitted();
    double massKg = 100 + equator.bar().outboardKg();
    double[] row = {0, -massKg * EQUATOR_MPS2, 0, -massKg * EQUATOR_MPS2};
    WeighedCells.of(equator, COLUMNS).correct(row, 0);
    // Plates were weighed to 20 g each.
    assertEquals(-massKg * STANDARD_MPS2, row[1], 1.5);
    assertEquals(-massKg * STANDARD_MPS2, row[3], 1.5);
  }

  @Test
  void shouldLeaveARowAsItIsWhenNoForceWasSampled() {
    double[] row = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    cells(FIRST_SEED).correct(row, 0);
    assertTrue(Double.isNaN(row[0]) && Double.isNaN(row[3]));
  }
}
