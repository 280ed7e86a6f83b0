package io.plumbline.virtualchips.qemu;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import io.plumbline.pi4j.linux.LinuxIoConfig;
import io.plumbline.pi4j.linux.LinuxPlugin;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Asks a flash memory on SPI0 and a magnetometer on I2C1 who they are, through the firmware's plugin and the kernel's drivers of the BCM2835.
/// Its last line begins with `RESULT` and ends with `0 failed` where all is well.
///
/// It has to be the first on SPI0: QEMU's controller has no chip selects, so that a flash that was once given a command that it does not know
/// takes whatever follows on either of them for the rest of it, and answers zeros for good.
public final class BusProbe {
  /// Maker, kind and capacity (W25Q32JV data sheet, section 8.1.1).
  private static final byte[] FLASH_IDENTITY = {(byte) 0xef, 0x40, 0x16};
  private static final int READ_IDENTITY = 0x9f;
  /// Registers IRA_REG_M to IRC_REG_M of an LSM303DLHC (its data sheet, section 7.2).
  private static final int MAGNETOMETER_IDENTITY_REGISTER = 0x0a;
  private static final byte[] MAGNETOMETER_IDENTITY = {'H', '4', '3'};
  private static final int NO_ANSWER = -121;
  /// Pi4J tells of each start. Kept here, as loggers that nobody holds forget their level.
  private static final Logger PI4J = Logger.getLogger("com.pi4j");

  private int held;
  private int failed;

  private BusProbe() {}

  /// Exit status 0 where every claim held.
  ///
  /// @param arguments the magnetometer's address and one where nobody is, hexadecimal
  public static void main(String[] arguments) {
    PI4J.setLevel(Level.OFF);
    int magnetometer = Integer.decode(arguments[0]);
    int nobody = Integer.decode(arguments[1]);
    Context pi4j = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
        .add(LinuxPlugin.providers(LinuxIoConfig.raspberryPi())).build();
    BusProbe probe = new BusProbe();
    probe.flash(pi4j);
    probe.i2c(pi4j, magnetometer, nobody);
    pi4j.shutdown();
    System.out.println("RESULT SPI0 and I2C1: " + probe.held + " claims held, " + probe.failed + " failed");
    System.exit(probe.failed == 0 ? 0 : 1);
  }

  private void flash(Context pi4j) {
    Spi spi = pi4j.create(Spi.newConfigBuilder(pi4j).id("flash").bus(SpiBus.BUS_0).channel(0).baud(8_000_000)
        .mode(SpiMode.MODE_0).build());
    byte[] out = new byte[1 + FLASH_IDENTITY.length];
    byte[] in = new byte[out.length];
    out[0] = (byte) READ_IDENTITY;
    claim("bytes exchanged on SPI", out.length, spi.transfer(out, 0, in, 0, out.length));
    claim("identity of the flash", FLASH_IDENTITY, Arrays.copyOfRange(in, 1, in.length));
  }

  private void i2c(Context pi4j, int magnetometer, int nobody) {
    I2C present = pi4j.create(I2C.newConfigBuilder(pi4j).id("magnetometer").bus(1).device(magnetometer).build());
    byte[] identity = new byte[MAGNETOMETER_IDENTITY.length];
    claim("bytes read on I2C", identity.length,
        present.readRegister(MAGNETOMETER_IDENTITY_REGISTER, identity, 0, identity.length));
    claim("identity of the magnetometer", MAGNETOMETER_IDENTITY, identity);
    I2C absent = pi4j.create(I2C.newConfigBuilder(pi4j).id("absent").bus(1).device(nobody).build());
    claim("read where nobody is", NO_ANSWER, absent.readRegister(0));
  }

  private void claim(String what, int wanted, int seen) {
    claim(what, wanted == seen, wanted + "", seen + "");
  }

  private void claim(String what, byte[] wanted, byte[] seen) {
    HexFormat hex = HexFormat.ofDelimiter(" ");
    claim(what, Arrays.equals(wanted, seen), hex.formatHex(wanted), hex.formatHex(seen));
  }

  private void claim(String what, boolean holds, String wanted, String seen) {
    if (holds) {
      held++;
      System.out.println(what + ": " + seen);
    } else {
      failed++;
      System.out.println("FAIL " + what + ": " + seen + " instead of " + wanted);
    }
  }
}
