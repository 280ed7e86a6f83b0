package io.plumbline.drivers.nau7802;

import static io.plumbline.drivers.nau7802.Registers.*;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.RegisterBus;
import io.plumbline.drivers.clock.ClockFit;
import io.plumbline.drivers.polled.RegisterChip;
import io.plumbline.drivers.polled.Settings;
import java.util.List;

/// Drives a NAU7802. It is asked whether it has a result, for its data-ready line may stay high between two; what is not read in time is
/// overwritten and counted as lost. Rows come one poll after they were read.
public final class Nau7802Driver extends RegisterChip {
  private static final int CALIBRATIONS = 4;
  private static final int MOST = (1 << 23) - 2;
  // Asked this much before it is due, and never sooner after a result.
  private static final long EARLY_NS = 400_000;
  private static final double SOONEST_PERIODS = 0.5;
  // While its rate is not known, which may be off by some per cent.
  private static final double SURE_PERIODS_UNSETTLED = 0.9;
  private static final double MARGIN = 0.1;
  private static final int UNNUMBERED_RESULTS = 20;

  private final RegisterBus bus;
  private final Nau7802SelfTest test;
  private final byte[] bytes = new byte[RESULT_BYTES];
  private final int calibration;
  private int tries;
  private long sinceNs;
  private int unsettled;
  private long lastLookNs;
  private long lastReadNs;
  private boolean gapAhead;
  private boolean uncertain;
  private boolean held;
  private boolean heldUncertain;
  private long heldAfterNs;
  private int heldCount;
  private long heldNs;
  private int unnumberedResults;

  /// @param stream made by [#stream]
  public Nau7802Driver(RawStream stream, RegisterBus bus, Nau7802Config config) {
    super(stream, bus, settings(config), REVISION, REVISION_VALUE, REVISION_VALUE);
    this.bus = bus;
    test = new Nau7802SelfTest(config);
    calibration = rateCode(config.rateHz()) << 4;
  }

  /// What its rows are: `c0`, in V/V, for the bridge's supply is the reference.
  public static RawStream stream(int number, String name, Nau7802Config config) {
    // Section 1: full scale is half the reference over the gain.
    double perCount = 0.5 / config.gain() / (1 << 23);
    return new RawStream(number, name, RawStream.Kind.FORCE, "NAU7802", config.rateHz(),
        List.of(new RawChannel("c0", "V/V", perCount, 0, -MOST - 1, MOST)));
  }

  /// Section 4, steps 5 to 9.
  private static Settings settings(Nau7802Config config) {
    return new Settings.Builder().set(CTRL1, regulatorCode(config.regulatorV()) << 3 | gainCode(config.gain()))
        .set(CTRL2, rateCode(config.rateHz()) << 4, 0xFF & ~CAL_START).set(I2C_CTRL, 0).set(ADC, CHOPPER, CHOPPER)
        .set(PGA, PGA_LDO_MODE).set(POWER, config.capacitor() ? POWER_CAPACITOR : 0)
        .set(PU_CTRL, PU_RUNNING, PU_WRITABLE).build();
  }

  @Override
  protected void setUp(int stepNumber, long nowNs) {
    switch (stepNumber) {
      case 0 -> identify(nowNs);
      case 1 -> write(PU_CTRL, PU_RESET, MILLISECOND, nowNs);
      case 2 -> {
        sinceNs = nowNs;
        write(PU_CTRL, PU_DIGITAL, MILLISECOND, nowNs);
      }
      case 3 -> awaitPower(nowNs);
      case 4 -> write(PU_CTRL, PU_LDO | PU_ANALOG | PU_DIGITAL, ANALOG_NS, nowNs);
      case 5 -> configure(0, nowNs);
      case 6 -> calibrate(nowNs);
      default -> awaitCalibration(nowNs);
    }
  }

  private void awaitPower(long nowNs) {
    if (!done(bus.read(PU_CTRL, bytes, 0, 1))) {
      failOnBus(nowNs);
    } else if ((bytes[0] & PU_READY) != 0) {
      beginSettings();
      tries = 0;
      next();
    } else if (nowNs - sinceNs > POWER_UP_NS) {
      fail(ChipState.FAULTY, "it does not power up: check its supply", nowNs);
    } else {
      again(nowNs, MILLISECOND);
    }
  }

  private void calibrate(long nowNs) {
    sinceNs = nowNs;
    write(CTRL2, calibration | CAL_START, MILLISECOND, nowNs);
  }

  private void awaitCalibration(long nowNs) {
    if (!done(bus.read(CTRL2, bytes, 0, 1))) {
      failOnBus(nowNs);
    } else if ((bytes[0] & CAL_START) != 0) {
      if (nowNs - sinceNs > CALIBRATION_NS) {
        fail(ChipState.FAULTY, "its calibration does not end: check its supply", nowNs);
      } else {
        again(nowNs, MILLISECOND);
      }
    } else if ((bytes[0] & CAL_ERROR) != 0) {
      // Section 4: repeat.
      if (++tries >= CALIBRATIONS) {
        fail(ChipState.FAULTY,
            "its calibration fails: check that the bridge's voltage is 0.3 V below the supply, and the bridge's wires",
            nowNs);
      } else {
        goTo(6);
      }
    } else {
      unsettled = UNSETTLED;
      lastLookNs = nowNs;
      lastReadNs = nowNs;
      gapAhead = false;
      uncertain = false;
      held = false;
      run(nowNs);
    }
  }

  @Override
  protected int sample(RawBatch batch, long nowNs) {
    int rows = deliver(batch, endOfLastPollNs());
    look(nowNs);
    return rows;
  }

  private void look(long nowNs) {
    if (fit().samplesIn(nowNs - lastReadNs) < SOONEST_PERIODS
        || (fit().isSettled() && fit().numberAt(nowNs + EARLY_NS) < number() + 1)) {
      return;
    }
    if (!done(bus.read(PU_CTRL, bytes, 0, 1))) {
      bear(nowNs);
      return;
    }
    int power = bytes[0] & 0xFF;
    if ((power & PU_WRITABLE) != PU_RUNNING) {
      counters().add(power == 0 ? ChipCounter.RESETS : ChipCounter.SETTINGS_LOST);
      setUpAgain("it restarted by itself: check its supply", nowNs);
      return;
    }
    answered();
    if ((power & PU_CONVERTED) == 0) {
      lastLookNs = nowNs;
      return;
    }
    if (!done(bus.read(RESULT, bytes, 0, RESULT_BYTES))) {
      // Nobody knows whether the chip gave it away.
      uncertain = true;
      bear(nowNs);
      return;
    }
    held = true;
    heldUncertain = uncertain;
    heldAfterNs = lastLookNs;
    heldNs = nowNs;
    heldCount = Decoder.count(bytes, 0);
    uncertain = false;
    lastLookNs = nowNs;
    lastReadNs = nowNs;
  }

  /// Throws away what cannot be numbered; where that lasts, numbers begin anew.
  private void unnumbered() {
    counters().add(ChipCounter.REJECTED);
    uncertain = true;
    if (!fit().isSettled() || ++unnumberedResults > UNNUMBERED_RESULTS) {
      unnumberedResults = 0;
      uncertain = false;
      advance(1);
      breakSequence();
    }
  }

  /// Makes a row of the result of the poll before. It waited for this one, because only now is it known whether a pause came between asking for
  /// the time and reading it, in which the next result took its place.
  private int deliver(RawBatch batch, long endNs) {
    if (!held) {
      return 0;
    }
    held = false;
    boolean sure = !heldUncertain
        && fit().samplesIn(endNs - heldAfterNs) <= (fit().isSettled() ? 1 : SURE_PERIODS_UNSETTLED);
    long newest = fit().numberBetween(heldNs, endNs, MARGIN);
    long step = sure || isFirst() ? 1 : newest == ClockFit.UNKNOWN ? 0 : newest - number();
    if (step < 1) {
      unnumbered();
      return 0;
    }
    unnumberedResults = 0;
    long sampleNumber = advance(step);
    gapAhead |= step > 1;
    if (fit().samplesIn(endNs - heldNs) < SOONEST_PERIODS) {
      fit().observe(sampleNumber, endNs);
    }
    if (unsettled > 0) {
      unsettled--;
      return 0;
    }
    int count = heldCount;
    int row = row(batch, sampleNumber, gapAhead, 0);
    gapAhead = false;
    batch.setCount(row, 0, count);
    if (stream().channels().get(0).isClipped(count)) {
      batch.addFlags(row, RawBatch.CLIPPED);
      counters().add(ChipCounter.CLIPPED);
    }
    return 1;
  }

  @Override
  protected void selfTest(int stepNumber, long nowNs) {
    int inputs = Nau7802SelfTest.inputs(stepNumber / 2);
    if (inputs < 0) {
      endSelfTest(test.result(), nowNs);
    } else if (stepNumber % 2 == 0) {
      test.begin(stepNumber / 2);
      write(I2C_CTRL, inputs, (long) fit().periodNs(), nowNs);
    } else if (!done(bus.read(PU_CTRL, bytes, 0, 1))) {
      failOnBus(nowNs);
    } else if ((bytes[0] & PU_CONVERTED) == 0) {
      if (test.isLate()) {
        fail(ChipState.FAULTY, "it gives no samples: check its supply", nowNs);
      } else {
        again(nowNs, MILLISECOND);
      }
    } else if (!done(bus.read(RESULT, bytes, 0, RESULT_BYTES))) {
      failOnBus(nowNs);
    } else if (test.add(Decoder.count(bytes, 0))) {
      next();
    } else {
      again(nowNs, (long) (fit().periodNs() / 2));
    }
  }
}
