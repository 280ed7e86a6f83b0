package io.plumbline.drivers.ads131m04;

import static io.plumbline.drivers.ads131m04.Registers.*;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.SpiFrames;
import io.plumbline.drivers.clock.EdgeTimes;
import io.plumbline.drivers.polled.PolledChip;
import io.plumbline.drivers.polled.Settings;
import io.plumbline.pi4j.edge.EdgeInput;
import org.jspecify.annotations.Nullable;

/// Drives an ADS131M04, frame by frame, with checksums both ways. The chip keeps two results: after a longer pause both are thrown away, for
/// nobody knows which two they are, and what was lost is numbered.
public final class Ads131m04Driver extends PolledChip {
  private static final int WRITES = 3;
  private static final int FRESH_BITS = 0x000F;
  private static final int DEPTH = 2;
  private static final int BAD_FRAMES = 8;
  // Shorter pauses cannot hold three results.
  private static final double SURE_PERIODS = 1.9;
  private static final double MARGIN = 0.1;
  // A frame that is read across a conversion keeps its edge from coming (section 6): look, edge or not, and never count by edges.
  private static final double LOOK_PERIODS = 0.5;
  private static final int UNNUMBERED_POLLS = 50;

  private final Frames frames;
  private final Settings settings;
  private final int[] used;
  private final EdgeTimes edges;
  private final Ads131m04SelfTest test;
  private int tries;
  private int setting;
  private final int[] counts;
  private long pendingEdges;
  private boolean uncertain;
  private int unnumberedPolls;
  private int unsettled;
  private int badFrames;
  private boolean statusUnknown;
  private boolean gapAhead;
  private boolean fresh;
  private long lastReadNs;

  /// @param stream    made by [#stream]
  /// @param port      in SPI mode 1
  /// @param dataReady falling edges of DRDY; null where it is not wired
  public Ads131m04Driver(RawStream stream, SpiFrames port, Ads131m04Config config, @Nullable EdgeInput dataReady) {
    super(stream, port);
    frames = new Frames(port);
    settings = Tables.settings(config);
    used = Tables.used(config);
    counts = new int[DEPTH * used.length];
    edges = new EdgeTimes(dataReady, counters());
    test = new Ads131m04SelfTest(config, used);
  }

  /// What its rows are: the channels that are on, `c0` to `c3`.
  public static RawStream stream(int number, String name, Ads131m04Config config) {
    return Tables.stream(number, name, config);
  }

  @Override
  protected void setUp(int stepNumber, long nowNs) {
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
      fail(ChipState.FOREIGN, "its identity is 0x%x instead of 0x24..: this is no ADS131M04", id, nowNs);
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

  private void begin(long nowNs) {
    // The first two results are no measurements (section 6); with them go the flags of what was just written.
    for (int i = 0; i < DEPTH; i++) {
      if (!done(frames.sendNull())) {
        failOnBus(nowNs);
        return;
      }
    }
    unsettled = UNSETTLED;
    pendingEdges = 0;
    uncertain = false;
    unnumberedPolls = 0;
    badFrames = 0;
    statusUnknown = false;
    gapAhead = false;
    fresh = false;
    lastReadNs = nowNs;
    edges.restart();
    run(nowNs);
  }

  @Override
  protected int sample(RawBatch batch, long nowNs) {
    fresh = false;
    long newEdges = edges.collect();
    pendingEdges += newEdges;
    boolean alive = edges.isAlive(nowNs, fit().periodNs());
    double pause = fit().samplesIn(nowNs - lastReadNs);
    if (batch.room() < DEPTH || (alive && newEdges == 0 && pause < LOOK_PERIODS)) {
      return 0;
    }
    if (statusUnknown && !done(frames.sendNull())) {
      // Until this one went through, the next answer belongs to a command that nobody knows to have arrived.
      bear(nowNs);
      return 0;
    }
    uncertain |= statusUnknown;
    statusUnknown = false;
    int size = collect(nowNs);
    if (size == 0) {
      return 0;
    }
    boolean sure = !uncertain && pause < SURE_PERIODS;
    long since = sure ? size : numberedByTime(nowNs);
    boolean paired = pendingEdges == newEdges && newEdges == size;
    pendingEdges = 0;
    if (since < size) {
      return unnumbered(size);
    }
    uncertain = false;
    if (!sure && since > DEPTH) {
      // Which two of them the chip kept is not said (section 6): none is passed on.
      skip(since, size);
      return 0;
    }
    if (paired) {
      edges.observe(fit(), number() + since);
    } else if (!alive || !fit().isObserved()) {
      fit().observe(number() + since, nowNs);
    }
    return deliver(batch, size, since);
  }

  /// Takes the results that wait out of the chip.
  ///
  /// @return how many
  private int collect(long nowNs) {
    int size = 0;
    for (int i = 0; i < DEPTH; i++) {
      Reading reading = read(nowNs);
      if (reading == Reading.FAILED) {
        // Nobody knows whether the chip gave a result away.
        uncertain = true;
        return size;
      }
      if (reading == Reading.STALE) {
        break;
      }
      for (int c = 0; c < used.length; c++) {
        counts[size * used.length + c] = Decoder.channel(frames.in(), used[c]);
      }
      size++;
    }
    lastReadNs = nowNs;
    return size;
  }

  /// Results since the last numbered one, by the clock alone; below 0 where it is too near a sample to be sure.
  private long numberedByTime(long nowNs) {
    double ahead = fit().numberAt(nowNs) - number();
    double part = ahead - Math.floor(ahead);
    return fit().isSettled() && part > MARGIN && part < 1 - MARGIN ? (long) Math.floor(ahead) : -1;
  }

  /// Throws away what cannot be numbered; where that lasts, numbers begin anew.
  private int unnumbered(int size) {
    counters().add(ChipCounter.REJECTED, size);
    uncertain = true;
    if (!fit().isSettled() || ++unnumberedPolls > UNNUMBERED_POLLS) {
      unnumberedPolls = 0;
      uncertain = false;
      advance(size);
      breakSequence();
    }
    return 0;
  }

  /// Numbers what was lost in a pause.
  private void skip(long since, int size) {
    advance(since);
    counters().add(ChipCounter.REJECTED, size);
    counters().add(ChipCounter.OVERRUNS);
    gapAhead = true;
  }

  private int deliver(RawBatch batch, int size, long since) {
    unnumberedPolls = 0;
    int rows = 0;
    for (int i = 0; i < size; i++) {
      long step = i == 0 ? since - size + 1 : 1;
      long sampleNumber = advance(step);
      gapAhead |= step > 1;
      if (unsettled > 0) {
        unsettled--;
        gapAhead = true;
      } else {
        write(batch, row(batch, sampleNumber, gapAhead, 0), i * used.length);
        gapAhead = false;
        fresh = true;
        rows++;
      }
    }
    return rows;
  }

  private void write(RawBatch batch, int row, int from) {
    boolean clipped = false;
    for (int i = 0; i < used.length; i++) {
      batch.setCount(row, i, counts[from + i]);
      clipped |= stream().channels().get(i).isClipped(counts[from + i]);
    }
    if (clipped) {
      batch.addFlags(row, RawBatch.CLIPPED);
      counters().add(ChipCounter.CLIPPED);
    }
  }

  private enum Reading {
    FAILED, STALE, FRESH
  }

  /// Exchanges a frame and judges it. A failure has been dealt with.
  private Reading read(long nowNs) {
    if (!done(frames.sendNull())) {
      bear(nowNs);
      return Reading.FAILED;
    }
    if (!Decoder.isSound(frames.in())) {
      if (Decoder.isUniform(frames.in())) {
        noAnswer();
        bear(nowNs);
        return Reading.FAILED;
      }
      counters().add(ChipCounter.CRC_ERRORS);
      if (++badFrames >= BAD_FRAMES) {
        fail(ChipState.FAULTY, "its answers have wrong checksums: check wires, ground and speed", nowNs);
      } else {
        counters().add(ChipCounter.REJECTED);
      }
      return Reading.FAILED;
    }
    answered();
    badFrames = 0;
    return judge(Decoder.word(frames.in(), 0), nowNs);
  }

  private Reading judge(int status, long nowNs) {
    if ((status & STATUS_RESET) != 0) {
      counters().add(ChipCounter.RESETS);
      setUpAgain("it restarted by itself: check its supply", nowNs);
      return Reading.FAILED;
    }
    if ((status & STATUS_WORD) != STATUS_WORD_24 || (status & STATUS_REGISTERS) != 0) {
      counters().add(ChipCounter.SETTINGS_LOST);
      setUpAgain("its settings changed by themselves: check its supply", nowNs);
      return Reading.FAILED;
    }
    if ((status & STATUS_CRC) != 0) {
      counters().add(ChipCounter.CRC_ERRORS);
    }
    if ((status & STATUS_RESYNC) != 0) {
      // Section 8: something pulled at SYNC.
      unsettled = UNSETTLED;
    }
    return (status & FRESH_BITS) == 0 ? Reading.STALE : Reading.FRESH;
  }

  @Override
  protected int settingsToCheck() {
    return settings.size();
  }

  /// Two frames just after a fresh result, when the next is far: they carry data too, which nobody would take.
  @Override
  protected int checkSetting(int index, long nowNs) {
    double part = fit().numberAt(nowNs) - number();
    if (!fresh || part > 0.5) {
      return -1;
    }
    statusUnknown = true;
    if (!done(frames.sendRead(settings.register(index))) || !done(frames.sendNull())) {
      return -1;
    }
    statusUnknown = false;
    if (!Decoder.isSound(frames.in())) {
      counters().add(ChipCounter.CRC_ERRORS);
      return -1;
    }
    return settings.holds(index, Decoder.word(frames.in(), 0)) ? 1 : 0;
  }

  @Override
  protected void selfTest(int stepNumber, long nowNs) {
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
