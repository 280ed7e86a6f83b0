package io.plumbline.daemon.coach;

import static io.plumbline.daemon.coach.Past.CONVENTIONAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.daemon.domain.training.MaxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final String NOW = "2026-11-20T18:00";
  private static final double V1_MPS = 0.2;

  /// A line that comes down to 0.20 m/s at the max and falls by 1.25 m/s over it, as 0.01 m/s for 0.8 %.
  private static double lineMps(double loadKg, double maxKg) {
    return V1_MPS + 1.25 * (1 - loadKg / maxKg);
  }

  private static Past lifted(double maxKg, double... loadsKg) {
    Past past = new Past();
    int day = 1;
    for (double loadKg : loadsKg) {
      past.set(past.at("2026-11-%02dT18:00".formatted(day)), CONVENTIONAL, loadKg, 3, lineMps(loadKg, maxKg));
      day += 3;
    }
    return past;
  }

  private static Profile profile(Past past) {
    return past.report(NOW).profiles().getFirst();
  }

  private static Profile.Estimate estimate(Past past) {
    Profile profile = profile(past);
    assertNull(profile.refusal());
    return Objects.requireNonNull(profile.estimate());
  }

  @Test
  void shouldFindTheMaxWhenTheLineIsWithoutNoise() {
    for (double maxKg : new double[]{60, 150, 320}) {
      Profile.Estimate estimate = estimate(lifted(maxKg, 0.65 * maxKg, 0.72 * maxKg, 0.8 * maxKg, 0.86 * maxKg));
      assertEquals(maxKg, estimate.maxKg(), 0.01 * maxKg);
      assertEquals(0.05 * estimate.maxKg(), (estimate.highKg() - estimate.lowKg()) / 2, 0.01 * maxKg);
      // The velocity at the max is known to 0.06 m/s and a step of 0.0125 is 1 % of the max: 4.8 % is the least there can be.
      assertTrue(estimate.maxSdKg() > 0.046 * maxKg && estimate.maxSdKg() < 0.065 * maxKg, estimate.toString());
    }
  }

  @Test
  void shouldNoteTheEstimateWithItsSetsWhenThereIsOne() {
    Past past = lifted(150, 97.5, 107.5, 120, 130);
    CoachFinding note = past.fired("e1rm", NOW).getFirst();
    assertEquals(4, note.basis().size());
    assertTrue(note.text().startsWith("The conventional deadlift max is about 1"), note.text());
  }

  @Test
  void shouldRefuseWhenTheLoadsAreTooLightTooFewOrTellNothing() {
    assertRefused("the heaviest load is", lifted(200, 120, 126, 132, 138));
    assertRefused("needs 3 different loads", lifted(200, 150, 150.5, 170));
    assertRefused("needs 3 different loads", lifted(200, 50, 60, 70, 80));
    Past rising = new Past();
    rising.set(rising.at("2026-11-01T18:00"), CONVENTIONAL, 100, 3, 0.4)
        .set(rising.at("2026-11-04T18:00"), CONVENTIONAL, 110, 3, 0.5)
        .set(rising.at("2026-11-07T18:00"), CONVENTIONAL, 120, 3, 0.6);
    assertRefused("velocity does not fall", rising);
    assertEquals(List.of(), rising.fired("e1rm", NOW));
  }

  private static void assertRefused(String start, Past past) {
    Profile profile = profile(past);
    assertNull(profile.estimate());
    String refusal = String.valueOf(profile.refusal());
    assertTrue(refusal.startsWith(start), refusal);
  }

  @Test
  void shouldLeaveOutWhatIsNoEvidenceWhenTheLineIsDrawn() {
    Past past = lifted(150, 97.5, 107.5, 120, 130);
    Profile before = profile(past);
    past.set("2026-09-01T18:00", CONVENTIONAL, 120, 3);
    past.set("2026-11-15T18:00", Exercise.SQUAT, 120, 3);
    past.set("2026-11-15T18:10", CONVENTIONAL, 120, 3).unweighed();
    assertEquals(before.points(), past.report(NOW).profiles().stream()
        .filter(one -> one.exercise() == CONVENTIONAL).findFirst().orElseThrow().points());
  }

  @Test
  void shouldMoveToTheOwnVelocityWhenATestWasMeasured() {
    Past past = lifted(150, 97.5, 107.5, 120, 130);
    past.set(past.at("2026-09-01T18:00"), CONVENTIONAL, 145, 1, 0.29);
    past.told(new MaxTest("t", past.at("2026-09-01T18:00"), CONVENTIONAL, 145, past.last().key(), null));
    Profile.VelocityAtMax own = profile(past).velocityAtMax();
    // Precisions 1 / 0.06² and 1 / (0.03² + 0.006²): 0.2 + 0.09 · 1068.4 / (1068.4 + 277.8).
    assertEquals(0.27143, own.velocityMps(), 1e-4);
    assertEquals(0.02726, own.velocitySdMps(), 1e-4);
    assertEquals(1, own.tests());
  }

  @Test
  void shouldHoldTheTruthInNineteenOfTwentyTrialsWhenTheNoiseIsAsStated() {
    long seed = 20261123;
    Random random = new Random(seed);
    int trials = 2000;
    int inside = 0;
    double sum = 0;
    for (int trial = 0; trial < trials; trial++) {
      double maxKg = 80 + 200 * random.nextDouble();
      double scatterMps = 0.005 * Math.pow(16, random.nextDouble());
      double v1Mps = V1_MPS + 0.06 * random.nextGaussian();
      double steepness = 1.25 + 0.15 * random.nextGaussian();
      List<Profile.Point> points = new ArrayList<>();
      for (int set = 0; set < 10; set++) {
        double loadKg = maxKg * (0.6 + 0.03 * set);
        double sdMps = 0.004 + 0.01 * random.nextDouble();
        points.add(new Profile.Point(new Basis(Basis.Kind.SET, "s" + set), loadKg, v1Mps
            + steepness * (1 - loadKg / maxKg) + Math.hypot(sdMps, scatterMps) * random.nextGaussian(), sdMps));
      }
      LineFit.Result fit = LineFit.fit(points, new Profile.VelocityAtMax(V1_MPS, 0.06, 0));
      double sds = (fit.maxKg() - maxKg) / fit.maxSdKg();
      inside += Math.abs(sds) <= 1.96 ? 1 : 0;
      sum += sds * sds;
    }
    double share = inside / (double) trials;
    assertTrue(share > 0.93 && share < 0.98, share + " inside, seed " + seed);
    assertEquals(1, Math.sqrt(sum / trials), 0.2, "seed " + seed);
  }

  @Test
  void shouldAgreeWithManyDrawsWhenTheMomentsAreSummed() {
    // A second way to the same numbers: draw scatter, line and velocity at the max, divide.
    List<Profile.Point> points = new ArrayList<>();
    double[] offMps = {0.02, -0.01, 0.015, -0.02, 0.01};
    for (int i = 0; i < offMps.length; i++) {
      points.add(new Profile.Point(new Basis(Basis.Kind.SET, "s" + i), 95 + 10 * i, lineMps(95 + 10 * i, 150)
          + offMps[i], 0.006));
    }
    LineFit.Result fit = LineFit.fit(points, new Profile.VelocityAtMax(V1_MPS, 0.06, 0));
    Random random = new Random(7);
    double weights = 0;
    double first = 0;
    double second = 0;
    for (int draw = 0; draw < 400_000; draw++) {
      double scatter = 0.005 * Math.pow(16, random.nextDouble());
      double slope = -0.0083 + 0.004 * random.nextGaussian();
      double at115 = lineMps(115, 150) + 0.06 * random.nextGaussian();
      if (slope > LineFit.USUAL_SLOPE_MPS_PER_MAX / 135 / 4) {
        continue;
      }
      double log = Math.pow((slope + 0.0083) / 0.004, 2) / 2 + Math.pow((at115 - lineMps(115, 150)) / 0.06, 2) / 2;
      for (Profile.Point point : points) {
        double variance = 0.006 * 0.006 + scatter * scatter;
        double rest = point.velocityMps() - at115 - slope * (point.loadKg() - 115);
        log -= (rest * rest / variance + Math.log(variance)) / 2;
      }
      double weight = Math.exp(log - 15);
      double max = 115 + (V1_MPS + 0.06 * random.nextGaussian() - at115) / slope;
      weights += weight;
      first += weight * max;
      second += weight * max * max;
    }
    double mean = first / weights;
    assertEquals(mean, fit.maxKg(), 0.4);
    assertEquals(Math.sqrt(second / weights - mean * mean), fit.maxSdKg(), 0.5);
  }

  @Test
  void shouldNoteASlowDayWhenItIsBelowTheOwnLine() {
    Past slow = lifted(150, 97.5, 107.5, 120, 130);
    slow.set(slow.at("2026-11-20T17:00"), CONVENTIONAL, 110, 3, lineMps(110, 150) - 0.1);
    CoachFinding note = slow.fired("velocity-today", NOW).getFirst();
    assertEquals(0.1, Objects.requireNonNull(note.value()), 1e-4);
    assertEquals(Readiness.Word.LIGHTER, slow.report(NOW).readiness().word());
    Past usual = lifted(150, 97.5, 107.5, 120, 130);
    usual.set(usual.at("2026-11-20T17:00"), CONVENTIONAL, 110, 3, lineMps(110, 150) - 0.05);
    assertEquals(List.of(), usual.fired("velocity-today", NOW));
  }
}
