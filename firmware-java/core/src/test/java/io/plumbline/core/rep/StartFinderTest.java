package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.LiftStart;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartFinderTest {
  private static final long STEP_NS = 3_000_000;
  /// Lifted, held, down to 2 cm, which by its height alone is more likely the floor, and up again.
  private static final double LOW_M = 0.02;

  private final StartFinder finder = new StartFinder(StartFinder.Params.DEFAULT);
  private final List<Double> heights = new ArrayList<>();

  private StartFinderTest hold(double seconds) {
    double height = heights.isEmpty() ? 0 : heights.getLast();
    for (int i = 0; i < seconds * 1e9 / STEP_NS; i++) {
      heights.add(height);
    }
    return this;
  }

  private StartFinderTest moveTo(double heightM, double seconds) {
    double from = heights.getLast();
    int n = (int) (seconds * 1e9 / STEP_NS);
    for (int i = 1; i <= n; i++) {
      heights.add(from + (heightM - from) * SyntheticBar.smooth((double) i / n));
    }
    return this;
  }

  private LiftStart found() {
    int n = heights.size();
    long[] times = new long[n];
    double[] height = new double[n];
    double[] velocity = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = i * STEP_NS;
      height[i] = heights.get(i);
      velocity[i] = i == 0 ? 0 : (heights.get(i) - heights.get(i - 1)) / (STEP_NS * 1e-9);
    }
    MotionCurve curve = new MotionCurve();
    curve.load(times, height, velocity, n);
    LoadCurve loads = new LoadCurve(BarSetup.DEFAULT);
    loads.fill(curve, new ForceTrack());
    StrokeFinder strokes = new StrokeFinder();
    strokes.find(curve);
    return finder.find(curve, strokes, loads);
  }

  @Test
  void shouldFindTheFloorWhenTheBarComesBackToItEachTime() {
    hold(1).moveTo(0.55, 1).hold(0.5).moveTo(0.01, 1).moveTo(0.55, 1).hold(0.5).moveTo(0, 1).hold(1);
    assertEquals(LiftStart.FLOOR, found());
  }

  @Test
  void shouldFindTheHangWhenTheBarTurnsAboveTheFloor() {
    hold(1).moveTo(0.6, 1).hold(1).moveTo(0.1, 1.5).moveTo(0.6, 1).hold(0.5).moveTo(0.1, 1.5).moveTo(0.6, 1).hold(1)
        .moveTo(0, 1.5).hold(1);
    assertEquals(LiftStart.HANG, found());
  }

  @Test
  void shouldFindTheLowHangWhenTheBarIsHeldAboveTheFloorBeforeItGoesUp() {
    hold(1).moveTo(0.07, 1).hold(1).moveTo(0.45, 0.7).moveTo(0.07, 0.9).hold(0.3).moveTo(0.45, 0.7).moveTo(0.07, 0.9)
        .hold(1).moveTo(0, 1).hold(1);
    assertEquals(LiftStart.HANG_LOW, found());
  }

  @Test
  void shouldFindTheRackWhenTheBarGoesBelowWhereItRested() {
    hold(1).moveTo(0.05, 0.7).hold(2).moveTo(-0.55, 1.5).moveTo(0.05, 1).hold(1).moveTo(0, 0.7).hold(1);
    assertEquals(LiftStart.RACK, found());
  }

  @Test
  void shouldFindTheRackWhenTheBarIsUnhookedFromFarBelow() {
    hold(1).moveTo(0.2, 0.9).hold(2).moveTo(-0.4, 1.5).moveTo(0.2, 1).hold(1).moveTo(0, 0.9).hold(1);
    assertEquals(LiftStart.RACK, found());
  }

  @Test
  void shouldFindNothingWhenTheBarDidNotMove() {
    hold(3);
    assertEquals(LiftStart.UNKNOWN, found());
  }

  private static double lowTurnM(double t) {
    return 0.5 * SyntheticBar.smooth(t - 1) - (0.5 - LOW_M) * SyntheticBar.smooth(t - 2.5)
        + (0.5 - LOW_M) * SyntheticBar.smooth((t - 3.5) / 0.9);
  }

  private LiftStart felt(double floorN) {
    SyntheticBar bar = new SyntheticBar(6, StartFinderTest::lowTurnM, t -> Math.abs(t - 3.5) < 0.08 ? floorN : 0,
        t -> Math.abs(t - 3.5) < 0.08 ? floorN : 0);
    StrokeFinder strokes = new StrokeFinder();
    strokes.find(bar.curve);
    return finder.find(bar.curve, strokes, bar.loads);
  }

  @Test
  void shouldTrustTheCellsWhenTheyFeelThatALowTurnIsInTheAir() {
    assertEquals(LiftStart.HANG, felt(0));
  }

  @Test
  void shouldTrustTheCellsWhenTheFloorRelievesThemAtTheTurn() {
    assertEquals(LiftStart.FLOOR, felt(SyntheticBar.SIDE_KG * SyntheticBar.GRAVITY_MPS2));
  }
}
