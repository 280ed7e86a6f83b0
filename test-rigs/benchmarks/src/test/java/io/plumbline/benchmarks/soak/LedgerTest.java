package io.plumbline.benchmarks.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.feed.CountingPattern;
import org.junit.jupiter.api.Test;

/// The ledger itself can be wrong in both ways: it is tried on rows of an ADXL375 whose numbers are known.
class LedgerTest {
  private static final double RATE_HZ = 800;
  private static final double SI_PER_COUNT = 0.049 * 9.80665;
  private static final long PERIOD_NS = 1_250_000;

  private final CountingPattern pattern = CountingPattern.adxl375(new SampleClock(0, 0));
  private final Ledger ledger = new Ledger("high-g", pattern);
  private final RawBatch batch = new RawBatch(1);
  private final double[] si = new double[3];

  /// The sample of an instant as the row with this number.
  private void add(int sample, long sequence, int flags) {
    long instantNs = pattern.instantNs(sample * PERIOD_NS, RATE_HZ, 1);
    pattern.feel(instantNs, si);
    batch.clear();
    batch.add(0, instantNs, sequence, flags);
    for (int axis = 0; axis < si.length; axis++) {
      batch.setCount(0, axis, (int) Math.round(si[axis] / SI_PER_COUNT));
    }
    ledger.add(batch, 0);
  }

  private void expect(long samples, long missing, long unmarked, long wrong) {
    assertEquals(samples, ledger.samples());
    assertEquals(missing, ledger.missing());
    assertEquals(unmarked, ledger.unmarked());
    assertEquals(wrong, ledger.wrong());
  }

  @Test
  void shouldMissNothingWhenEachSampleComesOnce() {
    for (int i = 1; i < 100; i++) {
      add(i, i, i == 1 ? RawBatch.RESTARTED : 0);
    }
    expect(99, 0, 0, 0);
  }

  @Test
  void shouldCountWhatIsMissingWhenTheRowsTellOfIt() {
    add(1, 1, RawBatch.RESTARTED);
    add(4, 4, RawBatch.GAP_BEFORE);
    add(5, 5, 0);
    expect(3, 2, 0, 0);
  }

  @Test
  void shouldCallMissingSamplesUntoldWhenTheRowsSayNothingOrAnotherNumber() {
    add(1, 1, RawBatch.RESTARTED);
    add(4, 4, 0);
    add(7, 6, RawBatch.GAP_BEFORE);
    expect(3, 4, 4, 0);
  }

  @Test
  void shouldAskForNoNumberWhenTheChipWasSetUpAnew() {
    add(1, 1, RawBatch.RESTARTED);
    add(9, 2, RawBatch.RESTARTED);
    expect(2, 7, 0, 0);
  }

  @Test
  void shouldCallASampleWrongWhenItComesAgain() {
    add(3, 1, RawBatch.RESTARTED);
    add(3, 2, 0);
    add(2, 3, 0);
    expect(3, 0, 0, 2);
  }

  @Test
  void shouldCallARowWrongWhenItsCountsDoNotBelongTogether() {
    add(1, 1, RawBatch.RESTARTED);
    batch.setCount(0, 2, batch.count(0, 2) ^ 1);
    ledger.add(batch, 0);
    expect(2, 0, 0, 1);
  }
}
