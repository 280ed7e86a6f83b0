package io.plumbline.drivers.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bench.Rig;
import io.plumbline.drivers.bench.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The n-th transfer fails, for all n, once and for good: no exception, no wrong sample passed as good, running again within a second of the
/// board's time once the chip is back.
class FaultLoopTest {
  private static final int MOST_A_READ = 4;
  private static final int INPUT_OUTPUT_ERROR = -5;
  private static final int NO_ACKNOWLEDGE = -121;
  private static final double AGAIN_S = 1.0;
  private static final int SAMPLES = 1000;

  private static int errno(long n) {
    return n % 2 == 0 ? INPUT_OUTPUT_ERROR : NO_ACKNOWLEDGE;
  }

  @ParameterizedTest
  @EnumSource
  void shouldStartWhenAnyOneTransferOfTheStartFails(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      long transfers = transfersOfStart(rig);
      for (long n = 1; n <= transfers; n++) {
        for (boolean reaches : new boolean[]{false, true}) {
          rig.startAgain();
          rig.wire().fail(rig.wire().transfers() + n, 1, errno(n), reaches);
          rig.polling().untilSamples(AGAIN_S);
          rig.polling().during(0.02);
          check(rig, n);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldStartWhenTheChipIsBackAfterFailingForGoodFromAnyTransferOfTheStart(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      long transfers = transfersOfStart(rig);
      for (long n = 1; n <= transfers; n++) {
        rig.startAgain();
        rig.wire().fail(rig.wire().transfers() + n, Long.MAX_VALUE, errno(n), n % 3 == 0);
        rig.polling().during(0.4 + 0.001 * (n % 250));
        // What was read before may come a poll later.
        assertTrue(rig.polling().rows().size() <= MOST_A_READ,
            kind + " gave rows though transfer " + n + " and all after failed");
        assertEquals(ChipState.ABSENT, rig.driver().state(), kind + " after " + n);
        assertTrue(rig.driver().complaint().contains("check"), rig.driver().complaint());
        rig.wire().mend();
        rig.polling().untilSamples(AGAIN_S);
        check(rig, n);
      }
    }
  }

  private static long transfersOfStart(Rig rig) {
    rig.startAgain();
    long before = rig.wire().transfers();
    rig.polling().untilSamples(1);
    return rig.wire().transfers() - before;
  }

  private static void check(Rig rig, long n) {
    try {
      Truth.assertHonest(rig);
    } catch (AssertionError e) {
      fail("transfer " + n + " failed: " + e.getMessage());
    }
    assertEquals(ChipState.RUNNING, rig.driver().state(), rig.kind() + " after transfer " + n);
  }

  @ParameterizedTest
  @EnumSource
  void shouldGoOnHonestlyWhenAnyOneTransferFailsWhileItRuns(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      long transfers = transfersOfSamples(rig);
      for (long n = 1; n <= transfers; n++) {
        rig.polling().forget();
        long last = rig.wire().transfers() + n;
        rig.wire().fail(last, 1, errno(n), n % 2 == 0);
        while (rig.wire().transfers() < last) {
          rig.polling().poll();
        }
        rig.polling().untilSamples(AGAIN_S);
        rig.polling().during(0.01);
        check(rig, n);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldRunAgainWhenTheChipIsBackAfterFailingForGoodFromAnyTransfer(Rig.Kind kind) {
    try (Rig rig = new Rig(kind)) {
      long transfers = transfersOfSamples(rig);
      // Long laps are walked in steps; their phases differ, so that all kinds of transfers are met.
      for (long n = 1; n <= transfers; n += 1 + n / 25) {
        rig.polling().forget();
        long first = rig.wire().transfers() + n;
        rig.wire().fail(first, Long.MAX_VALUE, errno(n), n % 3 == 0);
        while (rig.wire().transfers() < first) {
          rig.polling().poll();
        }
        rig.polling().during(0.3 + 0.0017 * (n % 100));
        assertEquals(ChipState.ABSENT, rig.driver().state(), kind + " after " + n);
        rig.wire().mend();
        rig.polling().untilSamples(AGAIN_S);
        rig.polling().during(0.01);
        check(rig, n);
      }
    }
  }

  private static long transfersOfSamples(Rig rig) {
    rig.polling().untilSamples(1);
    rig.polling().during(2);
    long before = rig.wire().transfers();
    rig.polling().forget();
    while (rig.polling().rows().size() < SAMPLES) {
      rig.polling().poll();
    }
    return rig.wire().transfers() - before;
  }
}
