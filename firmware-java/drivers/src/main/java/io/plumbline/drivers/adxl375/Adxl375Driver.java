package io.plumbline.drivers.adxl375;

import static io.plumbline.drivers.adxl375.Registers.*;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.RegisterBus;
import io.plumbline.drivers.clock.ClockFit;
import io.plumbline.drivers.polled.RegisterChip;
import io.plumbline.drivers.polled.Settings;
import java.util.Arrays;
import java.util.List;

/// Drives an ADXL375 through its FIFO, over I2C or SPI. A pause of up to 40 ms at 800 Hz loses nothing. It takes no data-ready line: with a
/// FIFO the line does not give one edge a sample. Rows come one poll after they were read.
public final class Adxl375Driver extends RegisterChip {
  // Section 1: ±200 g.
  /// Asking at each poll would take most of an I2C bus of 100 kHz: a question costs as much as half a sample.
  private static final int SAMPLES_A_READ = 4;
  private static final int MOST = 4080;
  private static final long TURN_ON_NS = 5 * MILLISECOND;
  private static final double EMPTY_PERIODS = 10;
  // One is on its way; more are missing.
  private static final double MISSING = 1.3;
  // Of a period. Times at which samples were counted may be early by what a pause hides in the transfers.
  private static final double MARGIN = 0.2;
  // How much longer than the quickest of its size a read may take that was not paused.
  private static final double SMOOTH_PERIODS = 0.15;
  private static final int DEFERRALS = 12;

  private final RegisterBus bus;
  private final ScaleProof proof;
  private final Adxl375SelfTest test = new Adxl375SelfTest();
  private final byte[] bytes = new byte[DATA_BYTES];
  private boolean gapAhead;
  private final int[] counts = new int[FIFO_DEPTH * Decoder.AXES];
  private final long[] quickestNs = new long[FIFO_DEPTH + 1];
  private int held;
  private int heldEntries;
  private boolean heldGap;
  private long heldNs;
  private boolean popped;
  private int deferrals;
  private int unnumbered;
  private long lastFullNs;

  /// @param stream made by [#stream]
  public Adxl375Driver(RawStream stream, RegisterBus bus, Adxl375Config config) {
    super(stream, bus, settings(config), DEVICE_ID, 0xFF, DEVICE_ID_VALUE);
    this.bus = bus;
    proof = new ScaleProof(config.refuseLookAlike());
  }

  /// What its rows are: `ax ay az`.
  public static RawStream stream(int number, String name, Adxl375Config config) {
    return new RawStream(number, name, RawStream.Kind.HIGH_G, "ADXL375", config.rateHz(),
        List.of(new RawChannel("ax", "m/s²", Decoder.PER_COUNT_MPS2, 0, -MOST, MOST),
            new RawChannel("ay", "m/s²", Decoder.PER_COUNT_MPS2, 0, -MOST, MOST),
            new RawChannel("az", "m/s²", Decoder.PER_COUNT_MPS2, 0, -MOST, MOST)));
  }

  /// The recipe of section 2.
  private static Settings settings(Adxl375Config config) {
    return new Settings.Builder().set(DATA_FORMAT, DATA_FORMAT_VALUE).set(BW_RATE, rateCode(config.rateHz()))
        .set(THRESH_SHOCK, config.shockCode()).set(DURATION, 1).set(OFFSET_X, 0).set(OFFSET_Y, 0).set(OFFSET_Z, 0)
        .set(SHOCK_AXES, 7).set(INT_MAP, 0).set(FIFO_CTL, FIFO_STREAM).set(INT_ENABLE, 0x42)
        .set(POWER_CTL, POWER_MEASURE).build();
  }

  @Override
  protected void setUp(int stepNumber, long nowNs) {
    switch (stepNumber) {
      case 0 -> identify(nowNs);
      case 1 -> {
        beginSettings();
        // Settings are changed in standby, which empties nothing; bypass empties the FIFO.
        if (done(bus.write(POWER_CTL, POWER_STANDBY)) && done(bus.write(FIFO_CTL, 0))) {
          next();
        } else {
          failOnBus(nowNs);
        }
      }
      case 2 -> configure(0, nowNs);
      case 3 -> next(nowNs, TURN_ON_NS);
      default -> {
        proof.restart();
        gapAhead = false;
        held = 0;
        Arrays.fill(quickestNs, Long.MAX_VALUE);
        popped = false;
        deferrals = 0;
        unnumbered = 0;
        lastFullNs = nowNs;
        run(nowNs);
      }
    }
  }

  @Override
  protected boolean isToBeTrusted() {
    return !proof.isRefused();
  }

  @Override
  protected int rowsToCome() {
    return Math.max(1, held);
  }

  @Override
  protected int sample(RawBatch batch, long nowNs) {
    boolean tookBefore = held > 0;
    int rows = deliver(batch, endOfLastPollNs());
    if (proof.isRefused()) {
      fail(ChipState.FOREIGN,
          "at rest it reads %d counts for 1 g instead of about 20: this is an ADXL345 (16 g) with the same identity",
          proof.countsAtRest(), nowNs);
      return rows;
    }
    // Just after taking, for the time of a sample is known best when it has just come; after a loss at every poll, for numbers are only known
    // between two samples, and four periods on the phase is the same.
    if (!tookBefore && !popped && fit().isObserved() && fit().samplesIn(nowNs - lastFullNs) < SAMPLES_A_READ) {
      return rows;
    }
    if (!done(bus.read(FIFO_STATUS, bytes, 0, 1))) {
      bear(nowNs);
      return rows;
    }
    int entries = bytes[0] & FIFO_ENTRIES;
    if (entries > FIFO_DEPTH + 1) {
      // All ones: nobody drives the line.
      noAnswer();
      bear(nowNs);
      return rows;
    }
    answered();
    if (entries == 0) {
      watchPower(nowNs);
    } else {
      take(entries, nowNs);
    }
    return rows;
  }

  /// Takes what waits out of the chip. It becomes rows with the next poll: only then is it known whether a pause came between asking for the
  /// time, counting and reading, in which the FIFO ran over.
  private void take(int entries, long nowNs) {
    heldGap = isGapBefore(entries, nowNs);
    // So near a sample nobody could say how many were lost; the FIFO keeps these until the next poll.
    if (heldGap && fit().isSettled() && fit().numberBetween(nowNs, nowNs, MARGIN) == ClockFit.UNKNOWN
        && ++deferrals < DEFERRALS) {
      return;
    }
    lastFullNs = nowNs;
    popped = false;
    deferrals = 0;
    heldEntries = entries;
    heldNs = nowNs;
    for (int i = 0; i < Math.min(entries, FIFO_DEPTH); i++) {
      if (!done(bus.read(DATA, bytes, 0, DATA_BYTES))) {
        // Nobody knows whether the chip gave a sample away.
        popped = true;
        bear(nowNs);
        return;
      }
      for (int axis = 0; axis < Decoder.AXES; axis++) {
        counts[held * Decoder.AXES + axis] = Decoder.axis(bytes, axis);
      }
      held++;
    }
  }

  /// Whether samples may have been lost before those that wait.
  private boolean isGapBefore(int entries, long nowNs) {
    if (isFirst()) {
      return false;
    }
    boolean full = entries >= FIFO_DEPTH;
    if (full && done(bus.read(INT_SOURCE, bytes, 0, 1)) && (bytes[0] & INT_OVERRUN) != 0) {
      counters().add(ChipCounter.OVERRUNS);
    }
    double missing = fit().numberAt(nowNs) - number() - entries;
    return popped || full || (fit().isSettled() && missing >= MISSING);
  }

  /// Makes rows of what the poll before has read.
  private int deliver(RawBatch batch, long endNs) {
    int size = held;
    held = 0;
    if (size == 0) {
      return 0;
    }
    double duration = fit().samplesIn(endNs - heldNs);
    long skipped = heldGap ? skipped(endNs) : 0;
    if (size + duration >= FIFO_DEPTH - 1 || skipped < 0) {
      counters().add(ChipCounter.REJECTED, size);
      popped = true;
      return 0;
    }
    if (isSmooth(size, endNs - heldNs)) {
      fit().observe(number() + skipped + heldEntries, heldNs);
    }
    int rows = 0;
    for (int i = 0; i < size && !proof.isRefused(); i++) {
      rows += write(batch, 1 + (i == 0 ? skipped : 0), i * Decoder.AXES);
    }
    return rows;
  }

  /// Whether a read was not paused, as far as others of its size tell.
  private boolean isSmooth(int size, long durationNs) {
    long quickest = quickestNs[size];
    quickestNs[size] = Math.min(quickest, durationNs);
    return quickest < Long.MAX_VALUE && fit().samplesIn(durationNs - quickest) < SMOOTH_PERIODS;
  }

  private void watchPower(long nowNs) {
    if (fit().samplesIn(nowNs - lastFullNs) < EMPTY_PERIODS || !done(bus.read(POWER_CTL, bytes, 0, 1))) {
      return;
    }
    if (bytes[0] != POWER_MEASURE) {
      counters().add(ChipCounter.RESETS);
      setUpAgain("it restarted by itself: check its supply", nowNs);
    }
  }

  /// Samples that were lost before those that were read: only known by the clock.
  ///
  /// @return below 0 where it is not known
  private long skipped(long endNs) {
    long newest = fit().numberBetween(heldNs, endNs, MARGIN);
    if (newest != ClockFit.UNKNOWN) {
      unnumbered = 0;
      return Math.max(0, newest - number() - heldEntries);
    }
    if (fit().isSettled() && ++unnumbered < DEFERRALS) {
      return -1;
    }
    unnumbered = 0;
    breakSequence();
    return 0;
  }

  private int write(RawBatch batch, long step, int from) {
    long sampleNumber = advance(step);
    gapAhead |= step > 1;
    if (!proof.add(counts[from], counts[from + 1], counts[from + 2])) {
      counters().add(ChipCounter.REJECTED);
      return 0;
    }
    int row = row(batch, sampleNumber, gapAhead, 0);
    gapAhead = false;
    boolean clipped = false;
    for (int axis = 0; axis < Decoder.AXES; axis++) {
      batch.setCount(row, axis, counts[from + axis]);
      clipped |= stream().channels().get(axis).isClipped(counts[from + axis]);
    }
    if (clipped) {
      batch.addFlags(row, RawBatch.CLIPPED);
      counters().add(ChipCounter.CLIPPED);
    }
    return 1;
  }

  @Override
  protected void selfTest(int stepNumber, long nowNs) {
    switch (stepNumber) {
      case 0, 2 -> {
        int bit = stepNumber == 2 ? DATA_SELF_TEST : 0;
        if (done(bus.write(DATA_FORMAT, DATA_FORMAT_VALUE | bit))) {
          test.begin(stepNumber == 2);
          next(nowNs, Adxl375SelfTest.SETTLE_NS);
        } else {
          failOnBus(nowNs);
        }
      }
      case 1, 3 -> {
        if (!done(bus.read(FIFO_STATUS, bytes, 0, 1))) {
          failOnBus(nowNs);
        } else if ((bytes[0] & FIFO_ENTRIES) == 0) {
          if (test.isLate()) {
            fail(ChipState.FAULTY, "it gives no samples: check its supply", nowNs);
          } else {
            again(nowNs, MILLISECOND);
          }
        } else if (!done(bus.read(DATA, bytes, 0, DATA_BYTES))) {
          failOnBus(nowNs);
        } else if (test.add(bytes)) {
          next();
        }
      }
      default -> endSelfTest(test.result(), nowNs);
    }
  }
}
