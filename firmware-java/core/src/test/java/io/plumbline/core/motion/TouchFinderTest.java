package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TouchFinderTest {
  private static final double STEP_S = 0.003;
  private static final double REP_S = 3;
  private static final double SD_M = 0.03;

  /// Reps that begin on the floor, go up by half a metre, and turn again at these heights.
  private static MotionCurve turningAt(double... bottomsM) {
    int each = (int) Math.round(REP_S / STEP_S);
    int n = each * (bottomsM.length + 1);
    long[] timesNs = new long[n];
    double[] heightsM = new double[n];
    for (int i = 0; i < n; i++) {
      int rep = i / each;
      double share = (double) (i % each) / each;
      double fromM = rep == 0 ? 0 : bottomsM[rep - 1];
      double toM = rep == bottomsM.length ? 0 : bottomsM[rep];
      double baseM = share < 0.5 ? fromM : toM;
      heightsM[i] = baseM + (0.5 - baseM) * 0.5 * (1 - Math.cos(2 * Math.PI * share));
      timesNs[i] = Math.round(i * STEP_S * 1e9);
    }
    MotionCurve c = new MotionCurve();
    c.load(timesNs, heightsM, new double[n], n);
    return c;
  }

  private static double[] touchesS(MotionCurve c) {
    TouchFinder finder = new TouchFinder();
    finder.find(c);
    long[] timesNs = IntStream.range(0, c.size()).mapToLong(c::timeNs).toArray();
    double[] sdM = new double[c.size()];
    finder.write(timesNs, c.size(), SD_M, sdM);
    return IntStream.range(0, c.size()).filter(i -> sdM[i] == SD_M).mapToDouble(i -> timesNs[i] * 1e-9).toArray();
  }

  @Test
  void shouldFindEachTurnWhenTheBarComesDownToWhereItLay() {
    double[] found = touchesS(turningAt(0, 0.01, -0.01));
    assertEquals(3, found.length);
    for (int i = 0; i < found.length; i++) {
      assertEquals((i + 1) * REP_S, found[i], 0.01);
    }
  }

  @Test
  void shouldFindNothingWhenTheBarTurnsInTheAirOrLower() {
    assertEquals(0, touchesS(turningAt(0.12, 0.08, -0.1)).length);
  }
}
