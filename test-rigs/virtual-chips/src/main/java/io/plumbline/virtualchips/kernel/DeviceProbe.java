package io.plumbline.virtualchips.kernel;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import io.plumbline.pi4j.linux.LinuxIoConfig;
import io.plumbline.pi4j.linux.LinuxPlugin;
import java.util.Arrays;
import java.util.Random;

/// A program that uses the plugin, as it is on a Pi, with the devices that [CuseServer] serves from another process. Its last line begins with
/// `RESULT` and ends with `0 failed` where all is well.
public final class DeviceProbe {
  private static final long SEED = 20_261_121;
  private static final int ROUNDS = 300;
  private static final int READ = 0x80;
  private static final int MOST_DATA = 100;

  private final Spi spi;
  private final I2C i2c;
  private final I2C absent;
  private final Random random = new Random(SEED);
  private final byte[] out = new byte[4096];
  private final byte[] in = new byte[4096];
  private int held;
  private int failed;

  private DeviceProbe(Context pi4j) {
    spi = pi4j.create(Spi.newConfigBuilder(pi4j).id("spi").bus(SpiBus.BUS_0).channel(0).baud(8_000_000)
        .mode(SpiMode.MODE_1).build());
    i2c = pi4j.create(I2C.newConfigBuilder(pi4j).id("i2c").bus(1).device(CuseServer.ADDRESS).build());
    absent = pi4j.create(I2C.newConfigBuilder(pi4j).id("absent").bus(1).device(0x11).build());
  }

  /// Exit status 0 where every claim held.
  public static void main(String[] arguments) {
    Context pi4j = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
        .add(LinuxPlugin.providers(LinuxIoConfig.raspberryPi())).build();
    DeviceProbe probe = new DeviceProbe(pi4j);
    probe.once();
    for (int i = 0; i < ROUNDS; i++) {
      probe.writeAndReadBack(i);
    }
    pi4j.shutdown();
    System.out.println("RESULT /dev/spidev0.0 and /dev/i2c-1 (seed " + SEED + "): " + probe.held + " claims held, "
        + probe.failed + " failed");
    System.exit(probe.failed == 0 ? 0 : 1);
  }

  private void once() {
    out[0] = (byte) (READ | RegisterChip.IDENTITY);
    claim("SPI count", 2, spi.transfer(out, 0, in, 0, 2));
    claim("SPI identity", CuseServer.SPI_IDENTITY, in[1]);
    out[0] = (byte) READ;
    claim("longest SPI message", 4096, spi.transfer(out, 0, in, 0, 4096));
    claim("too long an SPI message", -90, spi.transfer(new byte[4097], 0, new byte[4097], 0, 4097));
    claim("I2C identity", CuseServer.I2C_IDENTITY, i2c.readRegister(RegisterChip.IDENTITY));
    claim("absent I2C address", -121, absent.readRegister(0));
  }

  private void writeAndReadBack(int round) {
    int register = random.nextInt(16);
    int count = 1 + random.nextInt(MOST_DATA - register);
    random.nextBytes(out);
    byte[] data = Arrays.copyOfRange(out, 1, 1 + count);
    out[0] = (byte) register;
    claim("SPI write", count + 1, spi.transfer(out, 0, in, 0, count + 1));
    out[0] = (byte) (READ | register);
    claim("SPI read", count + 1, spi.transfer(out, 0, in, 0, count + 1));
    claim("SPI bytes of round " + round, 1, Arrays.equals(data, Arrays.copyOfRange(in, 1, 1 + count)) ? 1 : 0);
    claim("I2C write", count, i2c.writeRegister(register, data, 0, count));
    claim("I2C read", count, i2c.readRegister(register, in, 7, count));
    claim("I2C bytes of round " + round, 1, Arrays.equals(data, Arrays.copyOfRange(in, 7, 7 + count)) ? 1 : 0);
  }

  private void claim(String what, int wanted, int seen) {
    if (wanted == seen) {
      held++;
    } else {
      failed++;
      System.out.println("FAIL " + what + ": " + seen + " instead of " + wanted);
    }
  }
}
