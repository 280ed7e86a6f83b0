package io.plumbline.drivers.ism330dhcx;

import static io.plumbline.drivers.ism330dhcx.Registers.*;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.RegisterBus;
import io.plumbline.drivers.clock.EdgeTimes;
import io.plumbline.drivers.polled.RegisterChip;
import io.plumbline.drivers.polled.Settings;
import io.plumbline.pi4j.edge.EdgeInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Drives an ISM330DHCX through its FIFO, over SPI or I2C. A pause of up to 200 ms at 833 Hz loses nothing.
public final class Ism330dhcxDriver extends RegisterChip {
  /// What a bus must be able to read at once.
  public static final int LONGEST_READ = 170 * 3 * WORD_BYTES;

  private static final int RESET_LOOKS = 50;
  private static final int WORDS_A_SLOT = 3;
  private static final int TEMPERATURE = 6;
  private static final int MOST = 32766;
  private static final double TOLERANCE_TICKS = 4;
  private static final int SUSPICIONS = 4;
  private static final long TEMPERATURE_EVERY_NS = 500 * MILLISECOND;
  private static final int EMPTY_POLLS = 20;

  private final RegisterBus bus;
  private final EdgeTimes edges;
  private final Slots slots;
  private final Ism330dhcxSelfTest test;
  private final double ticksPerSample;
  private final int mostWords;
  private final byte[] bytes;
  private final byte[] small = new byte[12];
  private int tries;
  private boolean timeKnown;
  private int lastTimestamp;
  private int suspicions;
  private boolean gapAhead;
  private int emptyPolls;
  private int temperatureCount;
  private long temperatureNs;

  /// @param stream    made by [#stream]
  /// @param dataReady line at INT1, one pulse a sample; null where it is not wired
  public Ism330dhcxDriver(RawStream stream, RegisterBus bus, Ism330dhcxConfig config, @Nullable EdgeInput dataReady) {
    super(stream, bus, settings(config, bus.isSpi(), dataReady != null), WHO_AM_I, 0xFF, WHO_AM_I_VALUE);
    this.bus = bus;
    edges = new EdgeTimes(dataReady, counters());
    mostWords = Math.min(config.slotsAtOnce() * WORDS_A_SLOT, bus.longestRead() / WORD_BYTES);
    bytes = new byte[mostWords * WORD_BYTES];
    slots = new Slots(mostWords / WORDS_A_SLOT + 1);
    test = new Ism330dhcxSelfTest(config);
    ticksPerSample = 1 / (TIMESTAMP_S * config.rateHz());
  }

  /// What its rows are: `ax ay az gx gy gz temperature`; the temperature is up to half a second old.
  public static RawStream stream(int number, String name, Ism330dhcxConfig config) {
    double accel = config.accelPerCountMps2();
    double gyro = config.gyroPerCountRadps();
    return new RawStream(number, name, RawStream.Kind.IMU, "ISM330DHCX", config.rateHz(),
        List.of(new RawChannel("ax", "m/s²", accel, 0, -MOST, MOST),
            new RawChannel("ay", "m/s²", accel, 0, -MOST, MOST),
            new RawChannel("az", "m/s²", accel, 0, -MOST, MOST), new RawChannel("gx", "rad/s", gyro, 0, -MOST, MOST),
            new RawChannel("gy", "rad/s", gyro, 0, -MOST, MOST), new RawChannel("gz", "rad/s", gyro, 0, -MOST, MOST),
            new RawChannel("temperature", "°C", 1 / 256.0, 25, -32768, 32767)));
  }

  /// Section 4.
  private static Settings settings(Ism330dhcxConfig config, boolean spi, boolean edgeEachSample) {
    int rate = rateCode(config.rateHz());
    return new Settings.Builder().set(CTRL9_XL, DEVICE_CONF, DEVICE_CONF).set(CTRL3_C, CTRL3_VALUE)
        .set(CTRL4_C, MASK_UNSETTLED | (spi ? I2C_OFF : 0)).set(FIFO_CTRL1, 10).set(FIFO_CTRL2, 0)
        .set(FIFO_CTRL3, rate << 4 | rate).set(COUNTER_BDR1, edgeEachSample ? PULSED : 0, PULSED)
        .set(INT1_CTRL, edgeEachSample ? INT1_ACCEL_READY : 0).set(CTRL10_C, TIMESTAMP_ON)
        .set(FIFO_CTRL4, FIFO_STREAM).set(CTRL1_XL, rate << 4 | accelRangeCode(config.accelRangeG()) << 2)
        .set(CTRL2_G, rate << 4 | gyroRangeCode(config.gyroRangeDps())).build();
  }

  @Override
  protected void setUp(int stepNumber, long nowNs) {
    switch (stepNumber) {
      case 0 -> identify(nowNs);
      case 1 -> {
        if (done(bus.write(CTRL3_C, SW_RESET))) {
          tries = 0;
          next(nowNs, MILLISECOND);
        } else {
          failOnBus(nowNs);
        }
      }
      case 2 -> awaitReset(nowNs);
      case 3 -> configure(0, nowNs);
      case 4 -> next(nowNs, DROPPED_NS);
      default -> begin(nowNs);
    }
  }

  private void awaitReset(long nowNs) {
    if (!done(bus.read(CTRL3_C, small, 0, 1))) {
      failOnBus(nowNs);
    } else if ((small[0] & SW_RESET) == 0) {
      beginSettings();
      next();
    } else if (++tries >= RESET_LOOKS) {
      fail(ChipState.FAULTY, "it does not restart when told to: check its supply", nowNs);
    } else {
      again(nowNs, MILLISECOND);
    }
  }

  private void begin(long nowNs) {
    // The chip's own time begins anew.
    timeKnown = false;
    // Through bypass the FIFO is emptied of what came while the sensors settled.
    if (!flush() || !readTemperature(nowNs)) {
      failOnBus(nowNs);
      return;
    }
    edges.restart();
    gapAhead = false;
    suspicions = 0;
    emptyPolls = 0;
    run(nowNs);
  }

  private boolean flush() {
    slots.restart();
    timeKnown = timeKnown && !isFirst();
    return done(bus.write(FIFO_CTRL4, 0)) && done(bus.write(FIFO_CTRL4, FIFO_STREAM));
  }

  private boolean readTemperature(long nowNs) {
    temperatureNs = nowNs;
    if (!done(bus.read(OUT_TEMP, small, 0, 2))) {
      return false;
    }
    temperatureCount = Decoder.int16(small, 0);
    temperature(stream().channels().get(TEMPERATURE).si(temperatureCount));
    return true;
  }

  @Override
  protected int sample(RawBatch batch, long nowNs) {
    edges.collect();
    if (!done(bus.read(FIFO_STATUS1, small, 0, 2))) {
      bear(nowNs);
      return 0;
    }
    int waiting = (small[0] & 0xFF) | ((small[1] & STATUS_WORDS_HIGH) << 8);
    if (waiting > FIFO_WORDS) {
      noAnswer();
      bear(nowNs);
      return 0;
    }
    boolean overrun = (small[1] & STATUS_OVERRUN) != 0;
    answered();
    if (waiting < WORDS_A_SLOT) {
      watchPower(nowNs);
      return 0;
    }
    emptyPolls = 0;
    int words = Math.min(Math.min(mostWords, batch.room() * WORDS_A_SLOT), waiting);
    if (!done(bus.read(FIFO_TAG, bytes, 0, words * WORD_BYTES))) {
      slots.restart();
      bear(nowNs);
      return 0;
    }
    slots.clear();
    slots.scan(bytes, words);
    if (overrun) {
      counters().add(ChipCounter.OVERRUNS);
    }
    counters().add(ChipCounter.REJECTED, slots.torn());
    int rows = deliver(batch, (waiting - words) / WORDS_A_SLOT, nowNs);
    if (slots.isBroken()) {
      counters().add(ChipCounter.REJECTED);
      doubt(nowNs);
      if (!flush()) {
        bear(nowNs);
      }
    }
    if (nowNs - temperatureNs > TEMPERATURE_EVERY_NS && !readTemperature(nowNs)) {
      bear(nowNs);
    }
    return rows;
  }

  private void doubt(long nowNs) {
    if (++suspicions >= SUSPICIONS) {
      fail(ChipState.FAULTY, "what it gives is not to be believed: check the wires of its bus", nowNs);
    }
  }

  private void watchPower(long nowNs) {
    if (++emptyPolls < EMPTY_POLLS || !done(bus.read(CTRL1_XL, small, 0, 1))) {
      return;
    }
    emptyPolls = 0;
    if (small[0] == 0) {
      counters().add(ChipCounter.RESETS);
      setUpAgain("it restarted by itself: check its supply", nowNs);
    }
  }

  private int deliver(RawBatch batch, int stillWaiting, long nowNs) {
    int size = slots.size();
    long newest = number();
    int before = lastTimestamp;
    boolean known = timeKnown;
    for (int i = 0; i < size; i++) {
      newest += step(known, before, slots.timestamp(i));
      before = slots.timestamp(i);
      known = true;
    }
    if (size > 0) {
      edges.feed(fit(), newest + stillWaiting, nowNs);
    }
    int rows = 0;
    for (int i = 0; i < size; i++) {
      rows += take(batch, i, nowNs);
    }
    return rows;
  }

  /// Samples between two timestamps, which share the clock of the samples.
  private int step(boolean known, int before, int now) {
    return known ? Math.max(1, (int) Math.rint(Integer.toUnsignedLong(now - before) / ticksPerSample)) : 1;
  }

  private int take(RawBatch batch, int index, long nowNs) {
    int timestamp = slots.timestamp(index);
    int step = step(timeKnown, lastTimestamp, timestamp);
    double ticks = Integer.toUnsignedLong(timestamp - lastTimestamp);
    boolean odd = timeKnown && Math.abs(ticks - step * ticksPerSample) > TOLERANCE_TICKS + 1e-3 * ticks;
    timeKnown = true;
    lastTimestamp = timestamp;
    long sampleNumber = advance(step);
    gapAhead |= step > 1;
    if (odd) {
      counters().add(ChipCounter.REJECTED);
      gapAhead = true;
      doubt(nowNs);
      return 0;
    }
    suspicions = 0;
    boolean clipped = false;
    for (int axis = 0; axis < 2 * Decoder.AXES; axis++) {
      clipped |= stream().channels().get(axis).isClipped(slots.count(index, axis));
    }
    int row = row(batch, sampleNumber, gapAhead, clipped ? RawBatch.CLIPPED : 0);
    gapAhead = false;
    for (int axis = 0; axis < 2 * Decoder.AXES; axis++) {
      batch.setCount(row, axis, slots.count(index, axis));
    }
    batch.setCount(row, TEMPERATURE, temperatureCount);
    if (clipped) {
      counters().add(ChipCounter.CLIPPED);
    }
    return 1;
  }

  @Override
  protected void selfTest(int stepNumber, long nowNs) {
    switch (stepNumber) {
      case 0 -> {
        test.begin();
        next();
      }
      case 1 -> {
        if (!done(bus.read(OUT_GYRO, small, 0, small.length))) {
          failOnBus(nowNs);
        } else if (test.add(small)) {
          next();
        } else {
          again(nowNs, 2 * MILLISECOND);
        }
      }
      default -> endSelfTest(test.result(), nowNs);
    }
  }
}
