package io.plumbline.bar.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.command.Fittings.LoadCells;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bar of 20 kg with 6.7 kg outside each plane: 65.7 N hang there in the rack, and −32.4 N on the floor.
class TareMeterTest {
  private static final double G = 9.80665;
  private static final double HANGING_N = -6.7 * G;
  private static final double LYING_N = 3.3 * G;
  private static final List<Double> LEFT = List.of(4e6, 0.2e6, -0.1e6, 5e6);
  private static final List<Double> RIGHT = List.of(4.4e6, 0.0, 0.0, 4.1e6);
  private static final List<Double> ZEROS = List.of(1e-6, -2e-6, 3e-6, 0.0);
  private static final LoadCells CELLS = new LoadCells(LEFT, RIGHT, ZEROS, 20, 6.7);

  /// Force of a reading with other zeros than those in force.
  private static double[] felt(List<Double> k, double[] trueN, double drift0, double drift1) {
    return new double[]{trueN[0] + k.get(0) * drift0 + k.get(1) * drift1,
        trueN[1] + k.get(2) * drift0 + k.get(3) * drift1};
  }

  private static TareMeter.Outcome measure(double[] left, double[] right, double[] up, double shakeN) {
    TareMeter meter = new TareMeter(CELLS, G);
    SensorFrame frame = new SensorFrame();
    for (long ms = 1; !meter.isComplete(); ms++) {
      frame.reset(ms * 1_000_000);
      double shake = ms % 2 == 0 ? shakeN : -shakeN;
      frame.set(Channel.LEFT_FY, left[0]);
      frame.set(Channel.LEFT_FZ, left[1] + shake);
      frame.set(Channel.RIGHT_FY, right[0]);
      frame.set(Channel.RIGHT_FZ, right[1]);
      meter.accept(frame);
    }
    return meter.outcome(up);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 2, -2.8})
  void shouldFindTheDriftOfEachBridgeWhenTheBarHangsOrLiesAtAnyAngle(double rollRad) {
    for (double forceN : new double[]{HANGING_N, LYING_N}) {
      double[] up = {0, Math.sin(rollRad), Math.cos(rollRad)};
      double[] trueN = {forceN * up[1], forceN * up[2]};
      TareMeter.Outcome outcome = measure(felt(LEFT, trueN, 1e-6, -2e-6), felt(RIGHT, trueN, 3e-6, 0.5e-6), up, 2);
      List<Double> zeros = outcome.zeroRatio();
      assertNotNull(zeros, outcome.text());
      double[] expected = {2e-6, -4e-6, 6e-6, 0.5e-6};
      for (int i = 0; i < 4; i++) {
        assertEquals(expected[i], zeros.get(i), 1e-9);
      }
      assertTrue(outcome.text().contains(forceN == LYING_N ? "on the floor" : "in the rack"), outcome.text());
    }
  }

  @Test
  void shouldRefuseWhenPlatesHangOnIt() {
    double[] empty = {0, HANGING_N};
    double[] loaded = {0, HANGING_N - 20 * G};
    TareMeter.Outcome outcome = measure(loaded, loaded, new double[]{0, 0, 1}, 0);
    assertNull(outcome.zeroRatio());
    assertTrue(outcome.text().contains("take the plates off"), outcome.text());
    assertNull(measure(empty, loaded, new double[]{0, 0, 1}, 0).zeroRatio(), "one side is enough");
  }

  @Test
  void shouldRefuseWhenItIsHeldOrLeans() {
    double[] empty = {0, HANGING_N};
    assertTrue(measure(empty, empty, new double[]{0, 0, 1}, 10).text().contains("let go"));
    assertTrue(measure(empty, empty, new double[]{0.15, 0, 0.98}, 0).text().contains("not level"));
  }

  @Test
  void shouldNameTheCellWhenItGivesNothing() {
    TareMeter meter = new TareMeter(CELLS, G);
    SensorFrame frame = new SensorFrame();
    for (long ms = 1; !meter.isComplete(); ms++) {
      frame.reset(ms * 1_000_000);
      frame.set(Channel.LEFT_FY, 0);
      frame.set(Channel.LEFT_FZ, HANGING_N);
      meter.accept(frame);
    }
    assertTrue(meter.outcome(new double[]{0, 0, 1}).text().startsWith("the right load cell gives no force"));
  }
}
