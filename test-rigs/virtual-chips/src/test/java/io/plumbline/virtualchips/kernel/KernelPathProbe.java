package io.plumbline.virtualchips.kernel;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import io.plumbline.pi4j.linux.LinuxIoConfig;
import io.plumbline.pi4j.linux.LinuxPlugin;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import io.plumbline.virtualchips.chip.icm42688p.Icm42688p;
import io.plumbline.virtualchips.chip.nau7802.Nau7802;
import io.plumbline.virtualchips.wire.Board;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The process that lives under the virtual kernel: installs it, then uses the unchanged plugin.
public final class KernelPathProbe {
  /// Exit status where the kernel refuses the filter.
  static final int REFUSED = 77;
  static final int DATA_READY = 25;
  static final int BURST = 24;
  static final int BUZZER = 18;
  static final long PERIOD_NS = 1_000_000;
  static final int SPI_IDENTITY = 0x47;
  static final int I2C_IDENTITY = 0x1d;
  static final int ADDRESS = 0x50;
  static final int NAU_ADDRESS = 0x2a;
  static final int IMU_READY = 22;
  private static final double G_MPS2 = 9.80665;

  private final Path folder;
  private final RegisterChip spiChip = new RegisterChip(SPI_IDENTITY, System::nanoTime, PERIOD_NS);
  private final RegisterChip i2cChip = new RegisterChip(I2C_IDENTITY, System::nanoTime, PERIOD_NS);
  private final SampleClock samples = new SampleClock(System.nanoTime(), 0.01);
  private final Icm42688p imu = new Icm42688p(System::nanoTime, new SteadySignal(samples, 0, 0, G_MPS2));
  private final Nau7802 load = new Nau7802(System::nanoTime, new SteadySignal(samples, 1e-3), 3.3);
  private final BurstLine burst = new BurstLine();
  private final OutputLog buzzer = new OutputLog();
  private final IoctlScript script = new IoctlScript();
  private final Verdicts verdicts = new Verdicts();

  private KernelPathProbe(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    System.exit(new KernelPathProbe(Path.of(arguments[0])).run());
  }

  private int run() throws Exception {
    java.util.logging.Logger.getLogger("com.pi4j").setLevel(java.util.logging.Level.OFF);
    for (String name : List.of("spidev0.0", "spidev0.1", "spidev0.2", "spidev1.0", "i2c-1", "gpiochip0")) {
      Files.createFile(folder.resolve(name));
    }
    Board board = new Board(System::nanoTime).withSpi(0, 0, spiChip).withSpi(1, 0, spiChip).withI2c(1, ADDRESS, i2cChip)
        .withSpi(0, 2, imu).withInput(IMU_READY, imu.int1()).withI2c(1, NAU_ADDRESS, load)
        .withInput(DATA_READY, spiChip).withInput(BURST, burst).withOutput(BUZZER, buzzer);
    try {
      SeccompKernel.start(board, folder, "pinctrl-bcm2711", script);
    } catch (UnsupportedOperationException e) {
      System.out.println("SKIP " + e.getMessage());
      return REFUSED;
    }
    new ChipProbe(this).run();
    new BusProbe(this).run();
    new GpioProbe(this).run();
    new LossProbe(this).run();
    new AllocationProbe(this).run();
    return verdicts.end();
  }

  LinuxIoConfig config() {
    return LinuxIoConfig.raspberryPi().withDeviceFolder(folder).withFallingLines(Set.of(BURST));
  }

  Context pi4j(LinuxIoConfig config) {
    return Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
        .add(LinuxPlugin.providers(config)).build();
  }

  /// Why something was refused.
  static String refusal(Runnable action) {
    try {
      action.run();
      return "not refused";
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  static long openFiles() {
    String[] files = new java.io.File("/proc/self/fd").list();
    return files == null ? -1 : files.length;
  }

  Path folder() {
    return folder;
  }

  /// Of the chip that runs 1 % fast.
  SampleClock samples() {
    return samples;
  }

  RegisterChip spiChip() {
    return spiChip;
  }

  BurstLine burst() {
    return burst;
  }

  OutputLog buzzer() {
    return buzzer;
  }

  IoctlScript script() {
    return script;
  }

  Verdicts verdicts() {
    return verdicts;
  }
}
