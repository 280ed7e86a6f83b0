package io.plumbline.drivers.ads131m04;

import static io.plumbline.drivers.ads131m04.Registers.*;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.SpiFrames;
import io.plumbline.drivers.clock.EdgeTimes;
import io.plumbline.pi4j.edge.EdgeInput;
import org.jspecify.annotations.Nullable;

/// Drives an ADS131M04, frame by frame, with checksums both ways. The chip keeps two results: after a longer pause both are thrown away, for
/// nobody knows which two they are, and what was lost is numbered. Rows come one poll after they were read.
public final class Ads131m04Driver extends SetUp {
  private static final int DEPTH = 2;
  private static final int BAD_FRAMES = 8;
  // Shorter pauses cannot hold three results.
  private static final double SURE_PERIODS = 1.9;
  private static final double MARGIN = 0.1;
  // A frame that is read across a conversion keeps its edge from coming (section 6): look, edge or not, and never count by edges.
  private static final double LOOK_PERIODS = 0.5;
  private static final int UNNUMBERED_POLLS = 50;

  private final int[] used;
  private final EdgeTimes edges;
  private final int[] counts;
  private int held;
  private long heldSince;
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
    super(stream, port, config);
    used = Tables.used(config);
    counts = new int[2 * DEPTH * used.length];
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
    boolean quick = pause < SURE_PERIODS;
    if (!quick && held > 0 && numberedByTime(nowNs) != heldSince + size) {
      return lose(held + size, nowNs);
    }
    int rows = deliver(batch);
    if (size == 0) {
      return rows;
    }
    long since = quick && !uncertain ? size : numberedByTime(nowNs);
    boolean paired = pendingEdges == newEdges && newEdges == size;
    pendingEdges = 0;
    if (since < size || (since > DEPTH && !(quick && !uncertain))) {
      lose(size, nowNs);
      return rows;
    }
    uncertain = false;
    unnumberedPolls = 0;
    if (paired) {
      edges.observe(fit(), number() + since);
    } else if (!alive || !fit().isObserved()) {
      fit().observe(number() + since, nowNs);
    }
    held = size;
    heldSince = since;
    fresh = true;
    return rows;
  }

  /// Throws away results of which nobody knows which they are: the chip keeps two, and which two is not said (facts, section 6).
  private int lose(int size, long nowNs) {
    counters().add(ChipCounter.REJECTED, size);
    held = 0;
    pendingEdges = 0;
    long since = numberedByTime(nowNs);
    if (since >= size) {
      // What was lost is known by the clock.
      advance(since);
      counters().add(ChipCounter.OVERRUNS);
      gapAhead = true;
      uncertain = false;
      unnumberedPolls = 0;
      return 0;
    }
    uncertain = true;
    if (!fit().isSettled() || ++unnumberedPolls > UNNUMBERED_POLLS) {
      unnumberedPolls = 0;
      uncertain = false;
      advance(size);
      breakSequence();
    }
    return 0;
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
        counts[(held + size) * used.length + c] = Decoder.channel(frames.in(), used[c]);
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

  /// Makes rows of the results of the poll before. They wait for this one, because only now is it known that no pause came between asking for
  /// the time and reading them.
  private int deliver(RawBatch batch) {
    int rows = 0;
    for (int i = 0; i < held; i++) {
      long step = i == 0 ? heldSince - held + 1 : 1;
      long sampleNumber = advance(step);
      gapAhead |= step > 1;
      if (unsettled > 0) {
        unsettled--;
        gapAhead = true;
      } else {
        write(batch, row(batch, sampleNumber, gapAhead, 0), i * used.length);
        gapAhead = false;
        rows++;
      }
    }
    System.arraycopy(counts, held * used.length, counts, 0, DEPTH * used.length);
    held = 0;
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

  /// Two frames just after a fresh result, when the next is far: they carry data too, which nobody would take.
  @Override
  protected int checkSetting(int index, long nowNs) {
    double part = fit().numberAt(nowNs) - number() - heldSince;
    if (!fresh || part > 0.5) {
      return -1;
    }
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
