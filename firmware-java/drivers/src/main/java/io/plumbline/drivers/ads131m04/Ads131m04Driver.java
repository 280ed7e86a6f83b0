package io.plumbline.drivers.ads131m04;

import static io.plumbline.drivers.ads131m04.Registers.*;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.SpiFrames;
import io.plumbline.drivers.clock.ClockFit;
import io.plumbline.drivers.clock.EdgeTimes;
import io.plumbline.pi4j.edge.EdgeInput;
import org.jspecify.annotations.Nullable;

/// Drives an ADS131M04, frame by frame, with checksums both ways. The chip keeps two results: after a longer pause both are thrown away, for
/// nobody knows which two they are, and what was lost is numbered. Rows come one poll after they were read.
public final class Ads131m04Driver extends SetUp {
  private static final int DEPTH = 2;
  private static final int BAD_FRAMES = 8;
  // Between two reads less than this apart there are no three results.
  private static final double SURE_PERIODS = 1.9;
  // While its rate is not known, which may be off by some per cent.
  private static final double SURE_PERIODS_UNSETTLED = 1.75;
  private static final double MARGIN = 0.1;
  // A poll that takes longer may have been paused inside.
  private static final double SMOOTH_PERIODS = 0.4;
  // A frame that is read across a conversion keeps its edge from coming (section 6): look, edge or not, and never count by edges.
  private static final double LOOK_PERIODS = 0.5;
  private static final int UNNUMBERED_POLLS = 50;

  private final int[] used;
  private final EdgeTimes edges;
  private final int[] counts = new int[DEPTH * Ads131m04Config.CHANNELS];
  private int held;
  private boolean heldUncertain;
  private boolean heldPaired;
  private long heldAfterNs;
  private long readNs;
  private long emptiedNs;
  private boolean checked;
  private long pendingEdges;
  private boolean uncertain;
  private int unnumberedPolls;
  private int unsettled;
  private int badFrames;
  private boolean statusUnknown;
  private boolean gapAhead;

  /// @param stream    made by [#stream]
  /// @param port      in SPI mode 1
  /// @param dataReady falling edges of DRDY; null where it is not wired
  public Ads131m04Driver(RawStream stream, SpiFrames port, Ads131m04Config config, @Nullable EdgeInput dataReady) {
    super(stream, port, config);
    used = Tables.used(config);
    edges = new EdgeTimes(dataReady, counters());
  }

  /// What its rows are: the channels that are on, `c0` to `c3`.
  public static RawStream stream(int number, String name, Ads131m04Config config) {
    return Tables.stream(number, name, config);
  }

  @Override
  void begin(long nowNs) {
    // The first two results are no measurements (section 6); with them go the flags of what was just written.
    for (int i = 0; i < DEPTH; i++) {
      if (!done(frames.sendNull())) {
        failOnBus(nowNs);
        return;
      }
    }
    unsettled = UNSETTLED;
    held = 0;
    pendingEdges = 0;
    uncertain = false;
    unnumberedPolls = 0;
    badFrames = 0;
    statusUnknown = false;
    gapAhead = false;
    checked = false;
    readNs = nowNs;
    emptiedNs = nowNs;
    edges.restart();
    run(nowNs);
  }

  @Override
  protected int rowsToCome() {
    return DEPTH;
  }

  @Override
  protected int sample(RawBatch batch, long nowNs) {
    // Only now is it known when the poll before had ended, and so between which times its results were read.
    int rows = settle(batch, endOfLastPollNs());
    long newEdges = edges.collect();
    pendingEdges += newEdges;
    boolean alive = edges.isAlive(nowNs, fit().periodNs());
    if (alive && newEdges == 0 && fit().samplesIn(nowNs - readNs) < LOOK_PERIODS) {
      return rows;
    }
    if (statusUnknown) {
      uncertain = true;
      if (!done(frames.sendNull())) {
        // Until this one went through, the next answer belongs to a command that nobody knows to have arrived.
        bear(nowNs);
        return rows;
      }
      statusUnknown = false;
    }
    readNs = nowNs;
    heldAfterNs = emptiedNs;
    heldUncertain = uncertain;
    uncertain = false;
    held = collect(nowNs);
    heldUncertain |= uncertain;
    heldPaired = pendingEdges == newEdges && newEdges == held;
    if (held > 0) {
      pendingEdges = 0;
    } else {
      uncertain |= heldUncertain;
    }
    return rows;
  }

  /// Numbers the results of the poll before and makes rows of them.
  private int settle(RawBatch batch, long endNs) {
    boolean smooth = fit().samplesIn(endNs - readNs) < SMOOTH_PERIODS;
    int rows = held == 0 ? 0 : number(batch, endNs, smooth);
    if (checked) {
      checked = false;
      // The two frames of a check carry results too, if one came meanwhile.
      uncertain |= !fit().isSettled() || fit().numberAt(endNs) > number() + 1 - MARGIN;
    }
    return rows;
  }

  private int number(RawBatch batch, long endNs, boolean smooth) {
    int size = held;
    held = 0;
    long newest = fit().numberBetween(readNs, endNs, MARGIN);
    boolean sure = !heldUncertain && fit().samplesIn(
        endNs - heldAfterNs) < (fit().isSettled() ? SURE_PERIODS : SURE_PERIODS_UNSETTLED);
    long since = newest == ClockFit.UNKNOWN ? -1 : newest - number();
    if (!sure && since != size) {
      lose(size, since);
      return 0;
    }
    unnumberedPolls = 0;
    if (smooth && heldPaired) {
      edges.observe(fit(), number() + size);
    } else if (smooth && (!edges.isAlive(readNs, fit().periodNs()) || !fit().isObserved())) {
      fit().observe(number() + size, endNs);
    }
    return deliver(batch, size);
  }

  /// Throws away results of which nobody knows which they are: the chip keeps two, and which two is not said (facts, section 6).
  ///
  /// @param since results since the last numbered one, by the clock; below 0 where that is not known
  private void lose(int size, long since) {
    counters().add(ChipCounter.REJECTED, size);
    if (since >= size) {
      // What was lost is known by the clock.
      advance(since);
      counters().add(ChipCounter.OVERRUNS);
      gapAhead = true;
      unnumberedPolls = 0;
      return;
    }
    uncertain = true;
    if (!fit().isSettled() || ++unnumberedPolls > UNNUMBERED_POLLS) {
      unnumberedPolls = 0;
      uncertain = false;
      advance(size);
      breakSequence();
    }
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
    emptiedNs = nowNs;
    return size;
  }

  private int deliver(RawBatch batch, int size) {
    int rows = 0;
    for (int i = 0; i < size; i++) {
      long sampleNumber = advance(1);
      if (unsettled > 0) {
        unsettled--;
        gapAhead = true;
      } else {
        write(batch, row(batch, sampleNumber, gapAhead, 0), i * used.length);
        gapAhead = false;
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

  /// Two frames just after a fresh result, when the next is far: they carry data too, which nobody would take. How far it is only a settled
  /// clock knows.
  @Override
  protected int checkSetting(int index, long nowNs) {
    double ahead = fit().numberAt(nowNs) - number();
    if (held != 1 || readNs != nowNs || !fit().isSettled() || Math.abs(ahead - 1) > 0.5) {
      return -1;
    }
    checked = true;
    statusUnknown = true;
    boolean who = index == settings.size();
    if (!done(frames.sendRead(who ? ID : settings.register(index))) || !done(frames.sendNull())) {
      return -1;
    }
    statusUnknown = false;
    if (!Decoder.isSound(frames.in())) {
      counters().add(ChipCounter.CRC_ERRORS);
      return -1;
    }
    int read = Decoder.word(frames.in(), 0);
    return (who ? read >> 8 == ID_HIGH : settings.holds(index, read)) ? 1 : 0;
  }
}
