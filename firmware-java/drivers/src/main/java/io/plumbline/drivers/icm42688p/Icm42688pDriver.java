package io.plumbline.drivers.icm42688p;

import static io.plumbline.drivers.icm42688p.Registers.*;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.RegisterBus;
import io.plumbline.drivers.clock.EdgeTimes;
import io.plumbline.drivers.polled.RegisterChip;
import io.plumbline.pi4j.edge.EdgeInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Drives an ICM-42688-P through its FIFO, over SPI or I2C. A pause of up to 100 ms at 1 kHz loses nothing.
public final class Icm42688pDriver extends RegisterChip {
  /// What a bus must be able to read at once.
  public static final int LONGEST_READ = 2080;

  private static final int RESET_LOOKS = 20;
  // Of a bus on which nobody answers: bit 7 of the status is always 0 (section 4).
  private static final byte ALL_ONES = -1;
  private static final int BROKEN_READS = 3;
  // Status and count come before the packets in the same burst.
  private static final int LEAD = 3;
  private static final int TEMPERATURE = 6;

  private final RegisterBus bus;
  private final Decoder decoder;
  private final EdgeTimes edges;
  private final Packets packets;
  private final Icm42688pSelfTest test;
  private final byte[] bytes;
  private final int mostPackets;
  private int bank = -1;
  private int tries;
  private int brokenInRow;
  private boolean gapAhead;
  private long lastReadNs;

  /// @param stream    made by [#stream]
  /// @param dataReady line at INT1, one edge a sample; null where it is not wired
  public Icm42688pDriver(RawStream stream, RegisterBus bus, Icm42688pConfig config, @Nullable EdgeInput dataReady) {
    super(stream, bus, Tables.settings(config, bus.isSpi(), dataReady != null), WHO_AM_I, 0xFF, WHO_AM_I_VALUE);
    this.bus = bus;
    decoder = new Decoder(config.hires());
    mostPackets = Math.min(config.packetsAtOnce(), (bus.longestRead() - LEAD) / decoder.packetBytes());
    edges = new EdgeTimes(dataReady, counters());
    packets = new Packets(decoder, config.rateHz(), FIFO_BYTES / decoder.packetBytes() + 8);
    bytes = new byte[LEAD + mostPackets * decoder.packetBytes() + 2];
    test = new Icm42688pSelfTest(config);
  }

  /// What its rows are: `ax ay az gx gy gz temperature`.
  public static RawStream stream(int number, String name, Icm42688pConfig config) {
    // Section 11: a count within 2 steps of the end is at the end; 20 bits end at 16 g and 2000 °/s too (section 4).
    int most = config.hires() ? 16 * 8192 - 9 : 32765;
    int mostGyro = config.hires() ? 2000 * 131 - 5 : 32765;
    double accel = config.accelPerCountMps2();
    double gyro = config.gyroPerCountRadps();
    double celsius = new Decoder(config.hires()).temperaturePerCountC();
    return new RawStream(number, name, RawStream.Kind.IMU, "ICM-42688-P", config.rateHz(),
        List.of(new RawChannel("ax", "m/s²", accel, 0, -most, most),
            new RawChannel("ay", "m/s²", accel, 0, -most, most),
            new RawChannel("az", "m/s²", accel, 0, -most, most),
            new RawChannel("gx", "rad/s", gyro, 0, -mostGyro, mostGyro),
            new RawChannel("gy", "rad/s", gyro, 0, -mostGyro, mostGyro),
            new RawChannel("gz", "rad/s", gyro, 0, -mostGyro, mostGyro),
            new RawChannel("temperature", "°C", celsius, 25, -32768, 32767)));
  }

  @Override
  protected void setUp(int stepNumber, long nowNs) {
    switch (stepNumber) {
      case 0 -> {
        bank = -1;
        identify(nowNs);
      }
      case 1 -> {
        bank = -1;
        if (!select(0) || !done(bus.write(DEVICE_CONFIG, SOFT_RESET))) {
          failOnBus(nowNs);
        } else {
          bank = -1;
          tries = 0;
          next(nowNs, RESET_NS);
        }
      }
      case 2 -> awaitReset(nowNs);
      case 3 -> configure(POWER_NS, nowNs);
      case 4 -> next(nowNs, GYRO_START_NS);
      default -> flush(nowNs);
    }
  }

  private void awaitReset(long nowNs) {
    if (!done(bus.read(INT_STATUS, bytes, 0, 1))) {
      failOnBus(nowNs);
    } else if ((bytes[0] & INT_RESET_DONE) != 0 && bytes[0] != ALL_ONES) {
      beginSettings();
      next();
    } else if (++tries >= RESET_LOOKS) {
      fail(ChipState.FAULTY, "it does not restart when told to: check its supply", nowNs);
    } else {
      again(nowNs, MILLISECOND);
    }
  }

  private void flush(long nowNs) {
    // Reading the status takes its bits of the start away.
    if (!select(0) || !done(bus.write(SIGNAL_PATH_RESET, FIFO_FLUSH)) || !done(bus.read(INT_STATUS, bytes, 0, 1))) {
      failOnBus(nowNs);
      return;
    }
    packets.restart();
    edges.restart();
    brokenInRow = 0;
    gapAhead = false;
    lastReadNs = nowNs;
    run(nowNs);
  }

  @Override
  protected boolean select(int wanted) {
    if (bank == wanted) {
      return true;
    }
    bank = -1;
    if (!done(bus.write(BANK_SELECT, wanted))) {
      return false;
    }
    bank = wanted;
    return true;
  }

  @Override
  protected int sample(RawBatch batch, long nowNs) {
    edges.collect();
    int most = Math.min(mostPackets, batch.room());
    int guess = (int) Math.min(most, 1 + Math.ceil(fit().samplesIn(Math.max(0, nowNs - lastReadNs))));
    int size = decoder.packetBytes();
    if (!select(0) || !done(bus.read(INT_STATUS, bytes, 0, LEAD + guess * size))) {
      bear(nowNs);
      return 0;
    }
    int status = bytes[0] & 0xFF;
    int waiting = ((bytes[1] & 0xFF) << 8) | (bytes[2] & 0xFF);
    if (waiting > FIFO_BYTES / 8) {
      return impossible(nowNs);
    }
    if ((status & INT_RESET_DONE) != 0) {
      counters().add(ChipCounter.RESETS);
      setUpAgain("it restarted by itself: check its supply", nowNs);
      return 0;
    }
    answered();
    packets.clear();
    double expected = isFirst() ? 1 : Math.max(1, fit().numberAt(nowNs) - Math.max(0, waiting - 1) - number());
    packets.scan(bytes, LEAD, guess, expected);
    int more = Math.min(most, waiting) - guess;
    if (more > 0 && packets.size() == guess) {
      int from = LEAD + guess * size;
      if (done(bus.read(FIFO_DATA, bytes, from, more * size))) {
        packets.scan(bytes, from, more, expected);
      }
    }
    lastReadNs = nowNs;
    if ((status & INT_FIFO_FULL) != 0 && done(bus.read(FIFO_LOST_PKT, bytes, bytes.length - 2, 2))
        && (bytes[bytes.length - 2] | bytes[bytes.length - 1]) != 0) {
      counters().add(ChipCounter.OVERRUNS);
    }
    int rows = deliver(batch, nowNs, waiting - guess - Math.max(0, more));
    return afterRead(rows, nowNs);
  }

  private int impossible(long nowNs) {
    // Section 11: an open data line reads as all ones; nothing else has that many packets.
    noAnswer();
    bank = -1;
    bear(nowNs);
    return 0;
  }

  /// Numbers all packets, so that the clock learns of the newest, then makes rows of them.
  private int deliver(RawBatch batch, long nowNs, int stillWaiting) {
    int size = packets.size();
    counters().add(ChipCounter.STALE, packets.repeats());
    counters().add(ChipCounter.REJECTED, packets.suspicious());
    if (size == 0) {
      return 0;
    }
    long before = number();
    long newest = before;
    for (int i = 0; i < size; i++) {
      newest += packets.step(i);
    }
    edges.feed(fit(), newest + Math.max(0, stillWaiting), nowNs);
    int rows = 0;
    for (int i = 0; i < size; i++) {
      long sampleNumber = advance(packets.step(i));
      gapAhead |= packets.step(i) > 1;
      if (decoder.isInvalid(bytes, packets.at(i))) {
        counters().add(ChipCounter.REJECTED);
        gapAhead = true;
        continue;
      }
      write(batch, row(batch, sampleNumber, gapAhead, 0), packets.at(i));
      gapAhead = false;
      rows++;
    }
    return rows;
  }

  private void write(RawBatch batch, int row, int at) {
    boolean clipped = false;
    for (int axis = 0; axis < Decoder.AXES; axis++) {
      int count = decoder.axis(bytes, at, axis);
      batch.setCount(row, axis, count);
      clipped |= stream().channels().get(axis).isClipped(count);
    }
    int raw = decoder.temperature(bytes, at);
    batch.setCount(row, TEMPERATURE, raw);
    temperature(stream().channels().get(TEMPERATURE).si(raw));
    if (clipped) {
      batch.addFlags(row, RawBatch.CLIPPED);
      counters().add(ChipCounter.CLIPPED);
    }
  }

  private int afterRead(int rows, long nowNs) {
    if (packets.isDoubtful()) {
      fail(ChipState.FAULTY, "its times are not to be believed: check the wires of its bus", nowNs);
    } else if (packets.isBroken()) {
      counters().add(ChipCounter.REJECTED);
      if (++brokenInRow > BROKEN_READS) {
        fail(ChipState.FAULTY, "its FIFO gives no packets: check the wires of its bus", nowNs);
        return rows;
      }
      // The bank may be another than it was told.
      bank = -1;
      if (!select(0) || !done(bus.write(SIGNAL_PATH_RESET, FIFO_FLUSH))) {
        bear(nowNs);
      }
    } else if (rows > 0) {
      brokenInRow = 0;
    }
    return rows;
  }

  @Override
  protected void selfTest(int stepNumber, long nowNs) {
    if (!select(0)) {
      failOnBus(nowNs);
      return;
    }
    switch (stepNumber) {
      case 0, 2 -> {
        // Section 6: settings are only changed while the sensors are off.
        if (!done(bus.write(PWR_MGMT0, 0))
            || !done(bus.write(SELF_TEST_CONFIG, stepNumber == 0 ? 0 : SELF_TEST_ALL))
            || !done(bus.write(PWR_MGMT0, PWR_BOTH_LOW_NOISE))) {
          failOnBus(nowNs);
        } else {
          test.begin(stepNumber == 2);
          next(nowNs, Icm42688pSelfTest.SETTLE_NS);
        }
      }
      case 1, 3 -> {
        if (!done(bus.read(ACCEL_DATA, bytes, 0, Decoder.AXES * 2))) {
          failOnBus(nowNs);
        } else if (test.add(bytes)) {
          next();
        } else {
          again(nowNs, MILLISECOND);
        }
      }
      default -> endSelfTest(test.result(), nowNs);
    }
  }
}
