package io.plumbline.core.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PullWatchTest {
  private static final long STEP_NS = 3_000_000;

  private final PullWatch watch = new PullWatch(PullWatch.Params.DEFAULT);
  private long nowNs = 1_000_000_000L;

  private PullWatchTest pull(double leftN, double rightN, double heightM, double seconds) {
    for (long endNs = nowNs + Math.round(seconds * 1e9); nowNs < endNs; nowNs += STEP_NS) {
      watch.follow(nowNs, leftN, rightN, heightM);
    }
    return this;
  }

  private PullWatchTest lies(double seconds) {
    return pull(-30, -30, 0, seconds);
  }

  @Test
  void shouldKeepAPullWhenItWasHeldAndLetGoWithoutLifting() {
    lies(1);
    long fromNs = nowNs;
    pull(800, 780, 0.01, 2);
    long toNs = nowNs;
    lies(1);
    assertEquals(1, watch.count());
    assertEquals((double) fromNs, (double) watch.fromNs(0), 0.02e9);
    assertEquals((double) toNs, (double) watch.toNs(0), 0.02e9);
    assertEquals(1580, watch.mostN(0), 1e-9);
  }

  @Test
  void shouldKeepNothingWhenThePullLedToALift() {
    lies(1).pull(700, 700, 0.01, 1).pull(800, 800, 0.5, 1).pull(800, 800, 0.01, 0.5).lies(1);
    assertEquals(0, watch.count());
  }

  @Test
  void shouldKeepNothingWhenOnlyOneEndIsTipped() {
    lies(1).pull(600, -40, 0.05, 2).lies(1);
    assertEquals(0, watch.count());
  }

  @Test
  void shouldKeepNothingWhenHandsOnlyTakeHoldOrTugForAMoment() {
    lies(1).pull(60, 60, 0, 2).lies(1).pull(800, 800, 0.01, 0.3).lies(1);
    assertEquals(0, watch.count());
  }

  @Test
  void shouldKeepNothingWhenTheSlackOfAKnownWeightIsPulledByHalf() {
    lies(1).pull(800, 800, 0, 0.1).pull(800, 800, 0.5, 1).lies(1).pull(400, 400, 0.005, 2).lies(1);
    assertEquals(0, watch.count());
    pull(500, 500, 0.005, 2).lies(1);
    assertEquals(1, watch.count());
  }

  @Test
  void shouldKeepNothingWhenForcesAreNotKnown() {
    lies(1).pull(Double.NaN, 800, 0, 2).lies(1).pull(800, Double.NaN, 0, 2).lies(1);
    assertEquals(0, watch.count());
  }

  @Test
  void shouldForgetWhatWasJudgedAndTheWeightWhenAnotherSetBegins() {
    lies(1).pull(800, 800, 0, 0.1).pull(800, 800, 0.5, 1).lies(1).pull(800, 800, 0.01, 1).lies(1);
    assertEquals(1, watch.count());
    watch.begin();
    assertEquals(0, watch.count());
    pull(200, 200, 0.005, 1).lies(1);
    assertEquals(1, watch.count());
  }
}
