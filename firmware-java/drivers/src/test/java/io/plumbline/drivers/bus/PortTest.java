package io.plumbline.drivers.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiMode;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bench.Bench;
import io.plumbline.drivers.icm42688p.Icm42688pConfig;
import io.plumbline.drivers.icm42688p.Icm42688pDriver;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ports over Pi4J's own interfaces.
class PortTest {
  /// Keeps the last frame and answers with ascending bytes; may fail.
  private static final class Recorder implements SpiChip, I2cChip {
    private byte[] seen = new byte[0];
    private int result = Integer.MAX_VALUE;
    private boolean throwing;

    @Override
    public int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz) {
      seen = java.util.Arrays.copyOfRange(out, outFrom, outFrom + count);
      return answer(in, inFrom, count);
    }

    @Override
    public int write(byte[] bytes, int from, int count) {
      seen = java.util.Arrays.copyOfRange(bytes, from, from + count);
      return answer(new byte[count], 0, count);
    }

    @Override
    public int read(byte[] bytes, int from, int count) {
      return answer(bytes, from, count);
    }

    private int answer(byte[] in, int from, int count) {
      if (throwing) {
        throw new Pi4JException("it broke");
      }
      for (int i = 0; i < count; i++) {
        in[from + i] = (byte) i;
      }
      return Math.min(result, count);
    }
  }

  @Test
  void shouldSendTheBitsOfReadingWhenRegistersAreBehindSpi() {
    try (Bench bench = new Bench()) {
      Recorder chip = new Recorder();
      SpiRegisterBus bus = bench.spi(chip, SpiMode.MODE_0, SpiRegisterBus.MULTIPLE_6, 8);
      assertTrue(bus.open());
      byte[] into = new byte[6];
      assertEquals(3, bus.read(0x12, into, 2, 3));
      assertEquals(4, chip.seen.length);
      assertEquals((byte) 0xD2, chip.seen[0]);
      assertEquals(1, into[2]);
      assertEquals(3, into[4]);
      assertEquals(0, into[5]);
      assertEquals(1, bus.read(0x12, into, 0, 1));
      assertEquals((byte) 0x92, chip.seen[0]);
      assertEquals(2, bus.write(0x12, 0x1AB));
      assertEquals(0x12, chip.seen[0]);
      assertEquals((byte) 0xAB, chip.seen[1]);
    }
  }

  @Test
  void shouldSetTheCountUpBitWhenSeveralRegistersAreRead() {
    try (Bench bench = new Bench()) {
      Recorder chip = new Recorder();
      I2cRegisterBus plain = bench.i2c(chip, 8);
      assertTrue(plain.open());
      assertEquals(3, plain.read(0x12, new byte[3], 0, 3));
      assertEquals(0x12, chip.seen[0]);
      I2cRegisterBus bus = new I2cRegisterBus(Opening.of("I2C 1", java.util.Objects.requireNonNull(plain.opening.current())),
          I2cRegisterBus.COUNT_UP_7, 8);
      assertTrue(bus.open());
      assertEquals(3, bus.read(0x12, new byte[3], 0, 3));
      assertEquals((byte) 0x92, chip.seen[0]);
      assertEquals(1, bus.read(0x12, new byte[3], 0, 1));
      assertEquals(0x12, chip.seen[0]);
      assertTrue(bus.write(0x12, 5) >= 0);
      assertEquals(5, chip.seen[1]);
    }
  }

  @Test
  void shouldGiveStatusesAndLeaveTheArrayAloneWhenTransfersFail() {
    try (Bench bench = new Bench()) {
      Recorder chip = new Recorder();
      SpiRegisterBus bus = bench.spi(chip, SpiMode.MODE_0, 0, 8);
      SpiRegisterBus same = bus;
      assertTrue(bus.open());
      byte[] into = {9, 9};
      chip.result = -110;
      assertEquals(-110, bus.read(1, into, 0, 2));
      assertEquals(-110, same.lastStatus());
      chip.result = 2;
      assertEquals(BusStatus.FAILED, bus.read(1, into, 0, 2), "one byte is missing");
      chip.throwing = true;
      assertEquals(BusStatus.FAILED, bus.read(1, into, 0, 2));
      assertEquals(BusStatus.FAILED, bus.write(1, 1));
      assertEquals(BusStatus.FAILED, bus.lastStatus());
      assertEquals(9, into[0]);
      assertEquals(9, into[1]);
    }
  }

  @Test
  void shouldSurviveWhenI2cAndFramesThrow() {
    try (Bench bench = new Bench()) {
      Recorder chip = new Recorder();
      I2cRegisterBus bus = bench.i2c(chip, 8);
      SpiFrames frames = bench.frames(chip, SpiMode.MODE_1);
      assertTrue(bus.open() && frames.open());
      assertEquals(4, frames.exchange(new byte[4], new byte[4], 4));
      chip.throwing = true;
      assertEquals(BusStatus.FAILED, bus.read(1, new byte[2], 0, 2));
      assertEquals(BusStatus.FAILED, bus.write(1, 1));
      assertEquals(BusStatus.FAILED, frames.exchange(new byte[4], new byte[4], 4));
    }
  }

  @Test
  void shouldAskTheOpenerAgainWhenTheDeviceHasGone() {
    try (Bench bench = new Bench()) {
      Recorder chip = new Recorder();
      SpiRegisterBus first = bench.spi(chip, SpiMode.MODE_0, 0, 8);
      assertTrue(first.open());
      Spi spi = first.opening.current();
      AtomicInteger openings = new AtomicInteger();
      SpiRegisterBus bus = new SpiRegisterBus(new Opening<>("SPI 0.0", () -> {
        if (openings.incrementAndGet() == 2) {
          throw new Pi4JException("/dev/spidev0.0: no such device; add dtparam=spi=on");
        }
        return java.util.Objects.requireNonNull(spi);
      }), SpiRegisterBus.READ, 0, 8);
      assertEquals(-19, bus.read(1, new byte[1], 0, 1), "not opened yet");
      assertTrue(bus.open());
      chip.result = -19;
      assertEquals(-19, bus.read(1, new byte[1], 0, 1));
      assertFalse(bus.open());
      assertTrue(bus.openingProblem().contains("dtparam"));
      assertTrue(bus.open());
      assertEquals("", bus.openingProblem());
      assertEquals(3, openings.get());
    }
  }

  @Test
  void shouldBeAbsentWithTheOpenersMessageWhenTheBusCannotBeOpened() {
    Opening<Spi> closed = new Opening<>("SPI 0.1", () -> {
      throw new Pi4JException("/dev/spidev0.1: permission denied; add the user to the group spi");
    });
    Icm42688pDriver driver = new Icm42688pDriver(Icm42688pDriver.stream(0, "imu", Icm42688pConfig.DEFAULT),
        new SpiRegisterBus(closed, SpiRegisterBus.READ, 0, Icm42688pDriver.LONGEST_READ), Icm42688pConfig.DEFAULT, null);
    for (int i = 0; i < 2000; i++) {
      assertEquals(0, driver.poll(new RawBatch(4), i * 1_000_000L));
    }
    assertEquals(ChipState.ABSENT, driver.state());
    assertEquals("SPI 0.1: /dev/spidev0.1: permission denied; add the user to the group spi", driver.complaint());
  }

  @ParameterizedTest
  @CsvSource({"0,DONE", "7,DONE", "-121,NO_ANSWER", "-19,NO_ANSWER", "-2,NO_ANSWER", "-16,TIMEOUT", "-110,TIMEOUT", "-5,ERROR",
      "-90,ERROR"})
  void shouldSortResults(int result, BusStatus status) {
    assertEquals(status, BusStatus.of(result));
  }
}
