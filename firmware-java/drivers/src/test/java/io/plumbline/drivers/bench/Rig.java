package io.plumbline.drivers.bench;

import com.pi4j.io.spi.SpiMode;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ads131m04.Ads131m04Config;
import io.plumbline.drivers.ads131m04.Ads131m04Driver;
import io.plumbline.drivers.adxl375.Adxl375Config;
import io.plumbline.drivers.adxl375.Adxl375Driver;
import io.plumbline.drivers.bus.RegisterBus;
import io.plumbline.drivers.bus.SpiFrames;
import io.plumbline.drivers.bus.SpiRegisterBus;
import io.plumbline.drivers.icm42688p.Icm42688pConfig;
import io.plumbline.drivers.icm42688p.Icm42688pDriver;
import io.plumbline.drivers.ism330dhcx.Ism330dhcxConfig;
import io.plumbline.drivers.ism330dhcx.Ism330dhcxDriver;
import io.plumbline.drivers.nau7802.Nau7802Config;
import io.plumbline.drivers.nau7802.Nau7802Driver;
import io.plumbline.pi4j.edge.EdgeInput;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.ads131m04.Ads131m04;
import io.plumbline.virtualchips.chip.adxl375.Adxl375;
import io.plumbline.virtualchips.chip.icm42688p.Icm42688p;
import io.plumbline.virtualchips.chip.ism330dhcx.Ism330dhcx;
import io.plumbline.virtualchips.chip.nau7802.Nau7802;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.fault.Script;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A driver on a virtual chip.
public final class Rig implements AutoCloseable {
  /// Each chip on each path.
  public enum Kind {
    /// 20 bits, SPI, data-ready line.
    ICM_SPI(8, 1),
    /// 16 bits, SPI, without a line.
    ICM_SPI_16_BITS(8, 1),
    /// 20 bits, I2C.
    ICM_I2C(8, 1),
    /// With its line.
    ADS_EDGES(64, 2.5),
    /// Without a line.
    ADS_POLLED(64, 2.5),
    /// I2C.
    NAU(64, 1),
    /// SPI, data-ready line.
    ISM_SPI(8, 1),
    /// I2C, without a line.
    ISM_I2C(8, 1),
    /// I2C.
    ADXL_I2C(3, 1),
    /// SPI.
    ADXL_SPI(3, 1);

    private final double countsAStep;
    private final double feltPerSi;

    Kind(double countsAStep, double feltPerSi) {
      this.countsAStep = countsAStep;
      this.feltPerSi = feltPerSi;
    }

    /// What the chip feels, for one unit of its rows.
    public double feltPerSi() {
      return feltPerSi;
    }

    /// Whether it is an ADC.
    public boolean isAdc() {
      return this == ADS_EDGES || this == ADS_POLLED || this == NAU;
    }

    /// Whether it measures impacts.
    public boolean isHighG() {
      return this == ADXL_I2C || this == ADXL_SPI;
    }

    /// Whether the chip keeps enough samples for a pause of 50 ms.
    public boolean isDeep() {
      return !isAdc() && !isHighG();
    }
  }

  private static final long POWER_ON_NS = 50_000_000;
  private static final double RATE_ERROR = 0.0171;
  private static final double G_MPS2 = 9.80665;

  private final Kind kind;
  private final Bench bench = new Bench();
  private final CountingSignal signal;
  private final Wire wire;
  private @Nullable Line line;
  private final Part part;
  private final Supplier<ChipDriver> maker;
  private ChipDriver driver;
  private Polling polling;

  /// A rig with a chip's clock that is off by 1.7 %.
  public Rig(Kind kind) {
    this(kind, RATE_ERROR);
  }

  /// A rig with a chip's clock that is off.
  public Rig(Kind kind, double rateError) {
    this(kind, rateError, List.of());
  }

  /// A rig with faults by script; their times count from the first poll.
  public Rig(Kind kind, double rateError, List<Fault> faults) {
    this.kind = kind;
    SampleClock clock = new SampleClock(Bench.START_NS - 123_456_789, rateError);
    signal = kind.isAdc()
        ? new CountingSignal(clock, 0, 1e-3, -2e-3, 3e-3)
        : new CountingSignal(clock, 0, 0, G_MPS2, 0, 0, 0, 31);
    switch (kind) {
      case ICM_SPI, ICM_SPI_16_BITS, ICM_I2C -> {
        Icm42688p chip = new Icm42688p(bench.clock(), signal);
        Icm42688pConfig config = kind == Kind.ICM_SPI_16_BITS
            ? Icm42688pConfig.DEFAULT.with16Bits(16, 2000)
            : Icm42688pConfig.DEFAULT;
        part = chip;
        Script script = script(faults, chip);
        line = new Line(script.onEdges(chip.int1()));
        wire = kind == Kind.ICM_I2C ? Wire.i2c(script.onI2c(new SpiOverI2c(chip))) : Wire.spi(script.onSpi(chip));
        RegisterBus bus = kind == Kind.ICM_I2C
            ? bench.i2c(wire, Icm42688pDriver.LONGEST_READ)
            : bench.spi(wire, SpiMode.MODE_0, 0, Icm42688pDriver.LONGEST_READ);
        @Nullable EdgeInput edges = kind == Kind.ICM_SPI ? bench.edges(line, false) : null;
        maker = () -> new Icm42688pDriver(Icm42688pDriver.stream(0, "imu", config), bus, config, edges);
      }
      case NAU -> {
        Nau7802 chip = new Nau7802(bench.clock(), signal, Nau7802Config.DEFAULT.supplyV());
        part = chip;
        Script script = script(faults, chip);
        wire = Wire.i2c(script.onI2c(chip));
        RegisterBus bus = bench.i2c(wire, 32);
        maker = () -> new Nau7802Driver(Nau7802Driver.stream(0, "left-force", Nau7802Config.DEFAULT), bus,
            Nau7802Config.DEFAULT);
      }
      case ISM_SPI, ISM_I2C -> {
        Ism330dhcx chip = new Ism330dhcx(bench.clock(), signal, 0);
        part = chip;
        Script script = script(faults, chip);
        line = new Line(script.onEdges(chip.int1()));
        boolean spi = kind == Kind.ISM_SPI;
        wire = spi ? Wire.spi(script.onSpi(chip)) : Wire.i2c(script.onI2c(chip));
        RegisterBus bus = spi
            ? bench.spi(wire, SpiMode.MODE_0, 0, Ism330dhcxDriver.LONGEST_READ)
            : bench.i2c(wire, Ism330dhcxDriver.LONGEST_READ);
        @Nullable EdgeInput edges = spi ? bench.edges(line, false) : null;
        maker = () -> new Ism330dhcxDriver(Ism330dhcxDriver.stream(0, "imu", Ism330dhcxConfig.DEFAULT), bus,
            Ism330dhcxConfig.DEFAULT, edges);
      }
      case ADXL_I2C, ADXL_SPI -> {
        Adxl375 chip = new Adxl375(bench.clock(), signal);
        part = chip;
        Script script = script(faults, chip);
        boolean spi = kind == Kind.ADXL_SPI;
        wire = spi ? Wire.spi(script.onSpi(new I2cOverSpi(chip))) : Wire.i2c(script.onI2c(chip));
        RegisterBus bus = spi
            ? bench.spi(wire, SpiMode.MODE_3, SpiRegisterBus.MULTIPLE_6, 32)
            : bench.i2c(wire, 32);
        maker = () -> new Adxl375Driver(Adxl375Driver.stream(0, "high-g", Adxl375Config.DEFAULT), bus,
            Adxl375Config.DEFAULT);
      }
      default -> {
        Ads131m04 chip = new Ads131m04(bench.clock(), signal);
        part = chip;
        Script script = script(faults, chip);
        line = new Line(script.onEdges(chip.ready()));
        wire = Wire.spi(script.onSpi(chip));
        SpiFrames frames = bench.frames(wire, SpiMode.MODE_1);
        @Nullable EdgeInput edges = kind == Kind.ADS_EDGES ? bench.edges(line, true) : null;
        maker = () -> new Ads131m04Driver(Ads131m04Driver.stream(0, "force", Ads131m04Config.DEFAULT), frames,
            Ads131m04Config.DEFAULT, edges);
      }
    }
    driver = maker.get();
    polling = new Polling(driver, bench.clock());
    signal.step(stepSi());
  }

  /// Power came on a while ago.
  private Script script(List<Fault> faults, Part chip) {
    bench.clock().advanceNs(POWER_ON_NS);
    return new Script(faults, chip, bench.clock(), passNs -> bench.clock().advanceNs(passNs));
  }

  /// The program starts again on a chip that was off for a moment.
  public void startAgain() {
    part.brownOut(bench.nowNs());
    bench.clock().advanceNs(POWER_ON_NS);
    driver = maker.get();
    polling = new Polling(driver, bench.clock());
  }

  private double stepSi() {
    return kind.countsAStep * driver.stream().channels().get(0).siPerCount() * kind.feltPerSi;
  }

  /// What it is.
  public Kind kind() {
    return kind;
  }

  /// The board.
  public Bench bench() {
    return bench;
  }

  /// What the chip feels.
  public CountingSignal signal() {
    return signal;
  }

  /// Between host and chip.
  public Wire wire() {
    return wire;
  }

  /// The data-ready wire.
  public Line line() {
    return Objects.requireNonNull(line);
  }

  /// The chip.
  public Part part() {
    return part;
  }

  /// What is tested.
  public ChipDriver driver() {
    return driver;
  }

  /// Who polls it.
  public Polling polling() {
    return polling;
  }

  /// Which sample of the chip's own clock a row is, modulo [CountingSignal#CYCLE].
  public long cycleNumber(Polling.Row row) {
    return Math.round(row.count(0) / kind.countsAStep);
  }

  @Override
  public void close() {
    bench.close();
  }
}
