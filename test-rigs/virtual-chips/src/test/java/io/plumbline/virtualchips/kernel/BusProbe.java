package io.plumbline.virtualchips.kernel;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import io.plumbline.pi4j.linux.Advice;
import java.util.concurrent.FutureTask;

/// SPI and I2C as they should be, and every error that the kernel may give.
final class BusProbe {
  /// EIO ENXIO EAGAIN ENOMEM EFAULT EBUSY EINVAL ENOTTY EPROTO EMSGSIZE EOPNOTSUPP ETIMEDOUT EINPROGRESS EREMOTEIO.
  private static final int[] ERRORS = {5, 6, 11, 12, 14, 16, 22, 25, 71, 90, 95, 110, 115, 121};

  private final KernelPathProbe probe;
  private final Verdicts verdicts;
  private final Context pi4j;

  BusProbe(KernelPathProbe probe) {
    this.probe = probe;
    verdicts = probe.verdicts();
    pi4j = probe.pi4j(probe.config());
  }

  void run() throws Exception {
    Spi spi = spi("imu", SpiBus.BUS_0, 0, SpiMode.MODE_3);
    I2C i2c = pi4j.create(I2C.newConfigBuilder(pi4j).id("load").bus(1).device(KernelPathProbe.ADDRESS).build());
    spi(spi);
    i2c(i2c);
    everyError(spi, i2c);
    twoThreads(spi, i2c);
    refusals();
    pi4j.shutdown();
    verdicts.check("closing the context closes the devices", !spi.isOpen() && !i2c.isOpen(), "open");
    verdicts.equal("a closed SPI gives EBADF", -9, spi.transfer(new byte[2], 0, new byte[2], 0, 2));
  }

  private Spi spi(String id, SpiBus bus, int channel, SpiMode mode) {
    return pi4j.create(Spi.newConfigBuilder(pi4j).id(id).bus(bus).channel(channel).baud(8_000_000).mode(mode).build());
  }

  private void spi(Spi spi) {
    byte[] in = new byte[5000];
    verdicts.equal("SPI gives the count", 2, spi.transfer(new byte[]{(byte) 0xf5, 0}, 0, in, 3, 2));
    verdicts.equal("SPI reads the chip's identity", KernelPathProbe.SPI_IDENTITY, (int) in[4]);
    verdicts.equal("the chip sees mode 3", 3, probe.spiChip().lastMode());
    verdicts.equal("the chip sees 8 MHz", 8_000_000, probe.spiChip().lastClockHz());
    byte[] pattern = {0x10, 1, -2, 3, -4, 5};
    spi.transfer(pattern, 0, in, 0, 6);
    spi.transfer(new byte[]{(byte) 0x90, 0, 0, 0, 0, 0}, 0, in, 10, 6);
    boolean isSame = true;
    for (int i = 1; i < 6; i++) {
      isSame &= in[10 + i] == pattern[i];
    }
    verdicts.check("SPI reads back what it wrote", isSame, java.util.Arrays.toString(java.util.Arrays.copyOf(in, 16)));
    byte[] longest = new byte[4096];
    longest[0] = (byte) 0x80;
    verdicts.equal("SPI takes 4096 bytes", 4096, spi.transfer(longest, 0, in, 0, 4096));
    verdicts.equal("and reads as many", KernelPathProbe.SPI_IDENTITY, (int) in[1 + RegisterChip.IDENTITY + 31 * 128]);
    long before = probe.script().requests("spidev0.0");
    verdicts.equal("SPI refuses 4097 bytes", -90, spi.transfer(new byte[4097], 0, in, 0, 4097));
    verdicts.equal("without asking the kernel", before, probe.script().requests("spidev0.0"));
    Spi absent = spi("absent", SpiBus.BUS_0, 1, SpiMode.MODE_0);
    absent.transfer(new byte[3], 0, in, 0, 3);
    verdicts.check("an absent SPI chip reads all ones", in[0] == -1 && in[1] == -1 && in[2] == -1, in[0]);
  }

  private void i2c(I2C i2c) {
    byte[] in = new byte[16];
    long before = probe.script().requests("i2c-1");
    verdicts.equal("I2C reads the chip's identity", KernelPathProbe.I2C_IDENTITY,
        i2c.readRegister(RegisterChip.IDENTITY));
    verdicts.equal("in one request with a repeated start", before + 1, probe.script().requests("i2c-1"));
    verdicts.equal("I2C gives the count of data bytes", 3, i2c.writeRegister(0x20, new byte[]{0, 7, -8, 9}, 1, 3));
    verdicts.equal("I2C reads on from a register", 3, i2c.readRegister(0x20, in, 2, 3));
    verdicts.check("I2C reads back what it wrote", in[2] == 7 && in[3] == -8 && in[4] == 9, in[2] + " " + in[3]);
    verdicts.equal("I2C writes one byte", 1, i2c.writeRegister(0x21, (byte) 0x55));
    verdicts.equal("I2C reads with a register of bytes", 2, i2c.readRegister(new byte[]{0x20}, in, 0, 2));
    verdicts.equal("and finds the byte", 0x55, (int) in[1]);
    i2c.write((byte) RegisterChip.IDENTITY);
    verdicts.equal("I2C reads where the pointer stands", KernelPathProbe.I2C_IDENTITY, i2c.read());
    I2C absent = pi4j.create(I2C.newConfigBuilder(pi4j).id("nobody").bus(1).device(0x11).build());
    verdicts.equal("an absent I2C chip gives EREMOTEIO", -121, absent.readRegister(0, in, 0, 2));
    verdicts.equal("also to a write", -121, absent.writeRegister(0, (byte) 1));
    verdicts.equal("I2C refuses a message that is too long", -90, i2c.write(new byte[8193], 0, 8193));
  }

  private void everyError(Spi spi, I2C i2c) {
    byte[] in = new byte[4];
    for (int errno : ERRORS) {
      probe.script().fail("spidev0.0", 1, 1, errno);
      probe.script().fail("i2c-1", 1, 1, errno);
      int first = spi.transfer(new byte[4], 0, in, 0, 4);
      int second = spi.transfer(new byte[4], 0, in, 0, 4);
      int third = spi.transfer(new byte[4], 0, in, 0, 4);
      verdicts.equal("the second SPI transfer gives errno " + errno, "4 " + -errno + " 4",
          first + " " + second + " " + third);
      first = i2c.readRegister(0, in, 0, 4);
      second = i2c.readRegister(0, in, 0, 4);
      third = i2c.readRegister(0, in, 0, 4);
      verdicts.equal("the second I2C transaction gives errno " + errno, "4 " + -errno + " 4",
          first + " " + second + " " + third);
      verdicts.check("a person is told what errno " + errno + " means",
          Advice.i2c(probe.folder(), 1, 0x2a, second).length() > 60, "too short");
      probe.script().clear();
    }
  }

  private void twoThreads(Spi spi, I2C i2c) throws Exception {
    FutureTask<Integer> other = new FutureTask<>(() -> {
      int wrong = 0;
      for (int i = 0; i < 500; i++) {
        wrong += i2c.readRegister(RegisterChip.IDENTITY) == KernelPathProbe.I2C_IDENTITY ? 0 : 1;
      }
      return wrong;
    });
    Thread.ofPlatform().start(other);
    byte[] in = new byte[2];
    int wrong = 0;
    for (int i = 0; i < 500; i++) {
      int count = spi.transfer(new byte[]{(byte) 0xf5, 0}, 0, in, 0, 2);
      wrong += count == 2 && in[1] == KernelPathProbe.SPI_IDENTITY ? 0 : 1;
    }
    verdicts.equal("two threads on two buses get the right bytes", 0, wrong + other.get());
  }

  private void refusals() {
    verdicts.contains("SPI1 refuses mode 1 and says why", "mode 1 is refused, SPI1 can do modes 0 and 2 only",
        KernelPathProbe.refusal(() -> spi("aux", SpiBus.BUS_1, 0, SpiMode.MODE_1)));
    String[] stages = {"setting the mode", "setting the mode", "setting 8 bits a word", "setting 8 bits a word",
        "setting the clock", "setting the clock"};
    long files = KernelPathProbe.openFiles();
    for (int n = 0; n < stages.length; n++) {
      probe.script().fail("spidev1.0", n, 1, 5);
      verdicts.contains("request " + n + " of opening SPI fails with its stage", "EIO (input or output failed) when "
          + stages[n], KernelPathProbe.refusal(() -> spi("aux", SpiBus.BUS_1, 0, SpiMode.MODE_0)));
      probe.script().clear();
    }
    probe.script().fail("i2c-1", 0, 1, 110);
    verdicts.contains("opening I2C fails with its stage", "when asking what the adapter can do", KernelPathProbe
        .refusal(() -> pi4j.create(I2C.newConfigBuilder(pi4j).id("stranger").bus(1).device(0x12).build())));
    probe.script().clear();
    verdicts.equal("failed openings leave no file open", files, KernelPathProbe.openFiles());
    verdicts.check("and the same name opens later", spi("aux", SpiBus.BUS_1, 0, SpiMode.MODE_0).isOpen(), "closed");
  }
}
