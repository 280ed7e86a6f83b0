package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.sample.BarSetup;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LostSamplesTest {
  private static final double G = 9.80665;
  private static final double KNOCK_FROM_S = 3.0095;
  private static final double KNOCK_TO_S = 3.0155;

  /// A knock that gives the bar no velocity: 60 m/s² up for 3 ms and down for as long.
  private static double knockMps2(double s) {
    if (s < KNOCK_FROM_S || s > KNOCK_TO_S) {
      return 0;
    }
    return s < 0.5 * (KNOCK_FROM_S + KNOCK_TO_S) ? 60 : -60;
  }

  private static PodTrack follow(DoubleUnaryOperator upMps2, int lost, int lostCount) {
    PodTrack track = new PodTrack(PodTrack.Params.DEFAULT, BarSetup.DEFAULT.mounts().getFirst(),
        new BarSetup.Lever(0, 0, 0),
        G);
    for (int i = 0; i < 3050; i++) {
      if (i < lost || i >= lost + lostCount) {
        track.add(i * 1_000_000L, 0, 0, G + upMps2.applyAsDouble(i * 1e-3), 0, 0, 0);
      }
    }
    return track;
  }

  @Test
  void shouldNotTakeAKnockForWhatWasLostWhenSamplesWereLostBeforeIt() {
    double whole = follow(LostSamplesTest::knockMps2, 0, 0).velocityMps();
    double lost = follow(LostSamplesTest::knockMps2, 3007, 2).velocityMps();
    // Two lost samples of a bar at rest are nothing; taken for what came when it was sure that they were lost, they would be 0.12 m/s.
    assertEquals(whole, lost, 0.01);
  }

  @Test
  void shouldDoubtTheVelocityWhenAKnockWasPartlyLost() {
    double whole = follow(LostSamplesTest::knockMps2, 0, 0).velocityVar();
    double lost = follow(LostSamplesTest::knockMps2, 3012, 1).velocityVar();
    assertTrue(Math.sqrt(lost - whole) > 0.03, "standard deviation beside it " + Math.sqrt(whole));
  }

  @Test
  void shouldHardlyDoubtTheVelocityWhenASampleOfASmoothMovementIsLost() {
    double whole = follow(s -> Math.sin(2 * s), 0, 0).velocityVar();
    double lost = follow(s -> Math.sin(2 * s), 2000, 1).velocityVar();
    assertTrue(Math.sqrt(Math.abs(lost - whole)) < 1e-4, "standard deviation beside it " + Math.sqrt(whole));
  }
}
