package io.plumbline.drivers.ads131m04;

import static io.plumbline.drivers.ads131m04.Registers.*;

import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.SpiFrames;
import io.plumbline.drivers.polled.PolledChip;
import io.plumbline.drivers.polled.Settings;

/// The way from a reset to settings that hold (facts, section 7), and the self-test.
abstract class SetUp extends PolledChip {
  private static final int WRITES = 3;

  final Frames frames;
  final Settings settings;
  private final Ads131m04SelfTest test;
  private int tries;
  private int setting;

  SetUp(RawStream stream, SpiFrames port, Ads131m04Config config) {
    super(stream, port);
    settings = Tables.settings(config);
    test = new Ads131m04SelfTest(config, Tables.used(config));
    frames = new Frames(port);
  }

  /// The settings hold: begins to sample.
  abstract void begin(long nowNs);

  @Override
  protected final int settingsToCheck() {
    return settings.size() + 1;
  }

  @Override
  protected final void setUp(int stepNumber, long nowNs) {
    switch (stepNumber) {
      case 0 -> {
        if (done(frames.sendNull()) && done(frames.send(RESET))) {
          tries = 0;
          next(nowNs, RESET_NS);
        } else {
          failOnBus(nowNs);
        }
      }
      case 1 -> afterReset(nowNs);
      case 2 -> identify(nowNs);
      case 3 -> configure(nowNs);
      default -> begin(nowNs);
    }
  }

  private void afterReset(long nowNs) {
    if (!done(frames.sendNull())) {
      failOnBus(nowNs);
    } else if (Decoder.isUniform(frames.in())) {
      counters().add(ChipCounter.NO_ANSWER);
      fail(ChipState.ABSENT, "nobody answers (all bits %x): check power, chip select and wiring", frames.in()[0] & 1,
          nowNs);
    } else if (Decoder.isSound(frames.in()) && (Decoder.word(frames.in(), 0) & RESET_DONE_FIXED) != RESET_DONE_FIXED) {
      // A frame of another length was under way: the next reset comes in step.
      if (++tries >= WRITES) {
        fail(ChipState.FAULTY, "it answers 0x%x to a reset instead of 0xff24", Decoder.word(frames.in(), 0), nowNs);
      } else if (done(frames.send(RESET))) {
        again(nowNs, RESET_NS);
      } else {
        failOnBus(nowNs);
      }
    } else {
      next();
    }
  }

  private void identify(long nowNs) {
    if (!done(frames.sendRead(ID)) || !done(frames.sendNull())) {
      failOnBus(nowNs);
      return;
    }
    int id = Decoder.word(frames.in(), 0);
    if (!Decoder.isSound(frames.in())) {
      counters().add(ChipCounter.CRC_ERRORS);
      int high = id >> 8;
      boolean shifted = (high >> 1 & 0x7F) == ID_HIGH || (high & 0x7F) == ID_HIGH >> 1;
      fail(ChipState.FAULTY, shifted
          ? "its answers are shifted by one bit (0x%x): its SPI mode must be 1"
          : "its answers have a wrong checksum (0x%x): check wires, ground and speed", id, nowNs);
    } else if (id >> 8 != ID_HIGH) {
      fail(ChipState.FOREIGN,
          "its identity is 0x%x instead of 0x24..: this is no ADS131M04, compare its bus and address with the wiring",
          id, nowNs);
    } else {
      recognized();
      setting = 0;
      tries = 0;
      next();
    }
  }

  /// Writes one setting and reads it back.
  private void configure(long nowNs) {
    int register = settings.register(setting);
    if (!done(frames.sendWrite(register, settings.value(setting))) || !done(frames.sendRead(register))) {
      failOnBus(nowNs);
      return;
    }
    boolean taken = Decoder.isSound(frames.in()) && Decoder.word(frames.in(), 0) == (WRITTEN | register << 7);
    if (!done(frames.sendNull())) {
      failOnBus(nowNs);
      return;
    }
    if (taken && Decoder.isSound(frames.in()) && settings.holds(setting, Decoder.word(frames.in(), 0))) {
      tries = 0;
      if (++setting == settings.size()) {
        next();
      }
    } else if (++tries >= WRITES) {
      fail(ChipState.FAULTY, "register 0x%x does not keep what is written: check wires, ground and speed", register,
          nowNs);
    }
  }

  @Override
  protected final void selfTest(int stepNumber, long nowNs) {
    int mux = Ads131m04SelfTest.mux(stepNumber / 2);
    if (mux < 0) {
      endSelfTest(test.result(), nowNs);
    } else if (stepNumber % 2 == 0) {
      for (int i = 0; i < Ads131m04Config.CHANNELS; i++) {
        if (!done(frames.sendWrite(CHANNEL_CFG + CHANNEL_STEP * i, mux))) {
          failOnBus(nowNs);
          return;
        }
      }
      test.begin(stepNumber / 2);
      // The answer to the last write, then status again.
      if (done(frames.sendNull())) {
        next(nowNs, 2 * UNSETTLED * (long) fit().periodNs());
      } else {
        failOnBus(nowNs);
      }
    } else if (!done(frames.sendNull())) {
      failOnBus(nowNs);
    } else if (Decoder.isSound(frames.in()) && (Decoder.word(frames.in(), 0) & FRESH_BITS) != 0
        && test.add(frames.in())) {
      next();
    } else if (test.isLate()) {
      fail(ChipState.FAULTY, "it gives no samples: check its clock", nowNs);
    } else {
      again(nowNs, (long) (fit().periodNs() / 2));
    }
  }
}
