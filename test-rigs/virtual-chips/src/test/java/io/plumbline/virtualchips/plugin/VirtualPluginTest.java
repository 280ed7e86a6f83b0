package io.plumbline.virtualchips.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.pi4j.edge.EdgeInput;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.chip.icm42688p.Icm42688p;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// The board as Pi4J shows it.
class VirtualPluginTest {
  private static final long MS = 1_000_000;
  private static final Logger NOISE = Logger.getLogger("com.pi4j.boardinfo");

  private final ManualClock clock = new ManualClock(7_000 * MS);
  private final Icm42688p chip = new Icm42688p(clock, new SteadySignal(new SampleClock(clock.getAsLong(), 0)));
  private final List<String> heard = new ArrayList<>();
  private final Board board = new Board(clock).withSpi(0, 1, chip).withInput(24, chip.int1())
      .withI2c(1, 0x53, new Echo())
      .withOutput(5, (high, timeNs) -> heard.add(high + " " + timeNs));

  static {
    NOISE.setLevel(Level.OFF);
  }

  private Context context(LongConsumer passNs) {
    return Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
        .add(VirtualPlugin.providers(board, Set.of(), passNs)).build();
  }

  /// Remembers the last message and gives it back.
  private static final class Echo implements I2cChip {
    private final byte[] last = new byte[64];
    private int size;

    @Override
    public int write(byte[] bytes, int from, int count) {
      System.arraycopy(bytes, from, last, 0, count);
      size = count;
      return count;
    }

    @Override
    public int read(byte[] bytes, int from, int count) {
      System.arraycopy(last, 0, bytes, from, Math.min(size, count));
      return count;
    }
  }

  @Test
  void shouldCarryBytesToAChipAndOnesFromNobody() {
    Context context = context(ns -> {});
    Spi imu = context.create(Spi.newConfigBuilder(context).id("imu").bus(SpiBus.BUS_0).channel(1).baud(8_000_000)
        .mode(SpiMode.MODE_0).build());
    Spi nobody = context.create(Spi.newConfigBuilder(context).id("none").bus(SpiBus.BUS_0).channel(0).baud(8_000_000)
        .mode(SpiMode.MODE_1).build());
    clock.advanceNs(MS);
    byte[] frame = {0, 0, (byte) 0xF5, 0};
    assertEquals(2, imu.transfer(frame, 2, frame, 2, 2));
    assertEquals(0x47, frame[3]);
    assertEquals(2, nobody.transfer(frame, 0, frame, 0, 2));
    assertEquals(-1, frame[0]);
    assertEquals(-1, frame[1]);
    assertEquals(-90, imu.transfer(new byte[4097], 0, new byte[4097], 0, 4097));
    context.shutdown();
  }

  @Test
  void shouldRefuseAModeThatTheSecondControllerLacks() {
    Context context = context(ns -> {});
    IOException refusal = assertThrows(IOException.class, () -> context.create(Spi.newConfigBuilder(context).id("adc")
        .bus(SpiBus.BUS_1).channel(0).baud(8_000_000).mode(SpiMode.MODE_1).build()));
    assertTrue(String.valueOf(refusal.getMessage()).contains("put this chip on SPI0"));
    context.shutdown();
  }

  @Test
  void shouldCarryMessagesOverI2cAndSayWhenNobodyAcknowledges() {
    Context context = context(ns -> {});
    I2C device = context.create(I2C.newConfigBuilder(context).id("echo").bus(1).device(0x53).build());
    I2C nobody = context.create(I2C.newConfigBuilder(context).id("none").bus(1).device(0x1D).build());
    byte[] bytes = {9, 8, 7};
    assertEquals(3, device.writeRegister(0x31, bytes, 0, 3));
    byte[] back = new byte[4];
    assertEquals(4, device.read(back, 0, 4));
    assertEquals(List.of(0x31, 9, 8, 7), List.of((int) back[0], (int) back[1], (int) back[2], (int) back[3]));
    assertEquals(2, device.readRegister(new byte[]{0x12, 0x34}, back, 0, 2));
    assertEquals(0x34, back[1]);
    assertEquals(0x77, device.readRegister(0x77));
    assertEquals(1, device.writeRegister(0x20, (byte) 1));
    assertEquals(-121, nobody.readRegister(0x00));
    assertEquals(-121, nobody.readRegister(0x00, back, 0, 4));
    assertEquals(-121, nobody.writeRegister(0x00, bytes, 0, 3));
    device.close();
    assertEquals(-19, device.readRegister(0x00, back, 0, 4));
    context.shutdown();
  }

  @Test
  void shouldGiveEdgesWithTheirTimes() {
    Context context = context(clock::advanceNs);
    Spi imu = context.create(Spi.newConfigBuilder(context).id("imu").bus(SpiBus.BUS_0).channel(1).baud(8_000_000)
        .mode(SpiMode.MODE_0).build());
    EdgeInput input = (EdgeInput) context
        .create(DigitalInput.newConfigBuilder(context).id("int").bcm(24).build());
    EdgeInput loose = (EdgeInput) context
        .create(DigitalInput.newConfigBuilder(context).id("loose").bcm(25).build());
    assertEquals(0, input.await(3 * MS));
    clock.advanceNs(MS);
    byte[][] writes = {{0x64, 0}, {0x65, 8}, {0x14, 3}, {0x4E, 0x0F}};
    for (byte[] write : writes) {
      imu.transfer(write, 0, new byte[2], 0, 2);
    }
    EdgeBatch edges = new EdgeBatch(16);
    long before = clock.getAsLong();
    assertEquals(1, input.await(100 * MS));
    assertEquals(10, (clock.getAsLong() - before) / MS, "the accelerometer starts within 10 ms");
    assertEquals(DigitalState.HIGH, input.state());
    assertEquals(1, input.drain(edges));
    assertEquals(clock.getAsLong(), edges.timeNs(0));
    assertEquals(0, input.await(0));
    assertEquals(1, input.await(10 * MS));
    assertEquals(0, loose.await(MS));
    assertEquals(0, loose.drain(edges));
    context.shutdown();
  }

  @Test
  void shouldReturnAtOnceWhenTheClockStands() {
    Context context = context(ns -> {});
    EdgeInput input = (EdgeInput) context
        .create(DigitalInput.newConfigBuilder(context).id("int").bcm(24).build());
    assertEquals(0, input.await(Long.MAX_VALUE));
    context.shutdown();
  }

  @Test
  void shouldTellWhoHangsOnAnOutput() {
    Context context = context(ns -> {});
    DigitalOutput output = context.create(DigitalOutput.newConfigBuilder(context).id("led").bcm(5).build());
    heard.clear();
    clock.advanceNs(3);
    output.high();
    clock.advanceNs(4);
    output.low();
    assertEquals(List.of("true 7000000003", "false 7000000007"), heard);
    assertEquals(DigitalState.LOW, output.state());
    context.shutdown();
  }
}
