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

  /// NAU7802's revision register and what its low half reads (nau7802.md, register map).
  private static final int NAU_REVISION = 0x1f;

  private final Spi imu;
  private final Spi spi;
  private final I2C load;
  private final I2C i2c;
  private final I2C absent;
  private final Random random = new Random(SEED);
  private final byte[] out = new byte[4096];
  private final byte[] in = new byte[4096];
  private int held;
  private int failed;

  private DeviceProbe(Context pi4j) {
    imu = spi(pi4j, "imu", 0, SpiMode.MODE_0);
    spi = spi(pi4j, "spi", 1, SpiMode.MODE_1);
    load = i2c(pi4j, "load", CuseServer.NAU_ADDRESS);
    i2c = i2c(pi4j, "i2c", CuseServer.PLAIN_ADDRESS);
    absent = i2c(pi4j, "absent", 0x11);
  }

  private static Spi spi(Context pi4j, String id, int chipSelect, SpiMode mode) {
    return pi4j.create(Spi.newConfigBuilder(pi4j).id(id).bus(SpiBus.BUS_0).channel(chipSelect).baud(8_000_000)
        .mode(mode).build());
  }

  private static I2C i2c(Context pi4j, String id, int address) {
    return pi4j.create(I2C.newConfigBuilder(pi4j).id(id).bus(1).device(address).build());
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
    System.out.println(
        "RESULT /dev/spidev0.0, /dev/spidev0.1, /dev/i2c-1 (seed " + SEED + "): " + probe.held + " claims held, "
            + probe.failed + " failed");
    System.exit(probe.failed == 0 ? 0 : 1);
  }

  private void once() {
    ImuTalk talk = new ImuTalk(imu);
    claim("ICM-42688-P's identity", ImuTalk.IDENTITY, talk.identity());
    talk.start();
    claim("ICM-42688-P's 1 g", ImuTalk.COUNTS_PER_G, talk.accelZ());
    claim("NAU7802's revision", 0x0f, load.readRegister(NAU_REVISION) & 0x0f);
    out[0] = (byte) (READ | RegisterChip.IDENTITY);
    claim("SPI count", 2, spi.transfer(out, 0, in, 0, 2));
    claim("SPI identity", CuseServer.PLAIN_SPI_IDENTITY, in[1]);
    out[0] = (byte) READ;
    claim("longest SPI message", 4096, spi.transfer(out, 0, in, 0, 4096));
    claim("too long an SPI message", -90, spi.transfer(new byte[4097], 0, new byte[4097], 0, 4097));
    claim("I2C identity", CuseServer.PLAIN_I2C_IDENTITY, i2c.readRegister(RegisterChip.IDENTITY));
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
