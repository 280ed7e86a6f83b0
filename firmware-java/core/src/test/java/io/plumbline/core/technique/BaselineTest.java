package io.plumbline.core.technique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.technique.Baseline.Kept;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Measure M = Measure.TENSION_TIME;
  private static final long SEED = 7;

  private static Baseline of(double mean, double sd, int count, double oddShare) {
    Random random = new Random(SEED);
    Baseline baseline = new Baseline();
    for (int i = 0; i < count; i++) {
      boolean odd = random.nextDouble() < oddShare;
      baseline.add(M, odd ? 5 * mean : mean + sd * random.nextGaussian());
    }
    return baseline;
  }

  @Test
  void shouldFindMeanAndSpreadWhenRepsAreNormal() {
    Baseline baseline = of(0.9, 0.12, 400, 0);
    assertEquals(0.9, baseline.mean(M), 0.06);
    assertEquals(0.12, baseline.spread(M), 0.045);
  }

  @Test
  void shouldHardlyMoveWhenOneRepInTenIsOdd() {
    Baseline baseline = of(0.9, 0.12, 400, 0.1);
    assertEquals(0.9, baseline.mean(M), 0.15);
    assertTrue(baseline.spread(M) < 0.25, "spread " + baseline.spread(M));
  }

  @Test
  void shouldNotBelieveTheFirstRepWhenItIsOdd() {
    Baseline baseline = new Baseline();
    baseline.add(M, 8);
    for (int i = 0; i < Baseline.EARLY; i++) {
      baseline.add(M, 0.9 + 0.02 * (i % 3));
    }
    assertEquals(0.92, baseline.mean(M), 0.05);
  }

  @Test
  void shouldLearnANewHabitWhenItStays() {
    Baseline baseline = of(0.9, 0.1, 100, 0);
    for (int i = 0; i < 3 * Baseline.MEMORY; i++) {
      baseline.add(M, 1.3);
    }
    assertEquals(1.3, baseline.mean(M), 0.05);
  }

  @Test
  void shouldBeUnknownUntilEnoughRepsHaveTaughtIt() {
    Baseline baseline = new Baseline();
    for (int i = 0; i < 9; i++) {
      baseline.learn(Reps.calm());
      assertFalse(baseline.isKnown(M, 10));
    }
    baseline.learn(Reps.calm());
    assertTrue(baseline.isKnown(M, 10));
    assertEquals(0, baseline.count(Measure.FLOOR_PAUSE) - 10);
    baseline.learn(new io.plumbline.core.rep.RepMeasures());
    assertEquals(10, baseline.count(M), "a rep without the measure teaches nothing of it");
  }

  @Test
  void shouldGoOnToTheLastBitWhenRestored() {
    for (int count : new int[]{0, 3, Baseline.EARLY, 200}) {
      Baseline one = of(0.9, 0.1, count, 0.05);
      Baseline other = one.copy();
      one.add(M, 1.1);
      other.add(M, 1.1);
      assertEquals(one.mean(M), other.mean(M), 0);
      assertEquals(one.spread(M), other.spread(M), 0);
      assertEquals(count + 1, other.count(M));
    }
  }

  @Test
  void shouldRefuseWhenAStateIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new Kept(20, Double.NaN, 1, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Kept(20, 1, 0, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Kept(2, Double.NaN, Double.NaN, List.of(1.0, 2.0, 3.0)));
    assertThrows(IllegalArgumentException.class, () -> new Kept(-1, Double.NaN, Double.NaN, List.of()));
  }
}
