package io.plumbline.bar.app;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.provider.Provider;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfig.BusKind;
import io.plumbline.bar.cue.Voice;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ads131m04.Ads131m04Config;
import io.plumbline.drivers.ads131m04.Ads131m04Driver;
import io.plumbline.drivers.adxl375.Adxl375Config;
import io.plumbline.drivers.adxl375.Adxl375Driver;
import io.plumbline.drivers.bus.I2cRegisterBus;
import io.plumbline.drivers.bus.Opening;
import io.plumbline.drivers.bus.RegisterBus;
import io.plumbline.drivers.bus.SpiFrames;
import io.plumbline.drivers.bus.SpiRegisterBus;
import io.plumbline.drivers.icm42688p.Icm42688pConfig;
import io.plumbline.drivers.icm42688p.Icm42688pDriver;
import io.plumbline.drivers.ism330dhcx.Ism330dhcxConfig;
import io.plumbline.drivers.ism330dhcx.Ism330dhcxDriver;
import io.plumbline.drivers.nau7802.Nau7802Config;
import io.plumbline.drivers.nau7802.Nau7802Driver;
import io.plumbline.drivers.signal.SignalOutput;
import io.plumbline.pi4j.edge.EdgeInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A configuration's chips on Pi4J: buses, lines and drivers. A bus that cannot be opened is tried again by its driver.
public final class ChipRack implements AutoCloseable {
  /// Bytes of the longest burst of any chip.
  private static final int LONGEST_READ = Math.max(Icm42688pDriver.LONGEST_READ, Ism330dhcxDriver.LONGEST_READ);
  /// Pi4J tells of each start and, as an error, that a computer is no Raspberry Pi; what fails comes back as an exception anyway. Kept here,
  /// as loggers that nobody holds forget their level.
  private static final Logger PI4J = Logger.getLogger("com.pi4j");

  private final Context context;
  private final List<ChipDriver> drivers = new ArrayList<>();
  private final List<EdgeInput> lines = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private ChipRack(Context context) {
    this.context = context;
  }

  /// Makes the drivers; the chips are looked for when they are polled.
  public static ChipRack open(BarConfig config, Provider<?, ?, ?>... providers) {
    PI4J.setLevel(Level.OFF);
    Context context = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook().add(providers)
        .build();
    ChipRack rack = new ChipRack(context);
    try {
      for (BarConfig.Chip chip : config.chips()) {
        rack.drivers.add(rack.driver(rack.drivers.size(), chip, config));
      }
      return rack;
    } catch (RuntimeException e) {
      rack.close();
      throw e;
    }
  }

  /// Where a chip is, for a person.
  static String place(BarConfig.Chip chip) {
    return chip.bus() == BusKind.SPI
        ? "spidev" + chip.busNumber() + "." + chip.address()
        : String.format(Locale.ROOT, "i2c-%d 0x%02X", chip.busNumber(), chip.address());
  }

  /// Lines whose data-ready is active low: the ADS131M04's (facts/ads131m04.md, section 6).
  public static Set<Integer> fallingLines(BarConfig config) {
    return config.chips().stream().filter(chip -> chip.part().equals("ads131m04") && chip.dataReadyLine() >= 0)
        .map(BarConfig.Chip::dataReadyLine).collect(Collectors.toUnmodifiableSet());
  }

  private ChipDriver driver(int number, BarConfig.Chip chip, BarConfig config) {
    String name = chip.name();
    EdgeInput ready = chip.dataReadyLine() < 0 ? null : line(chip);
    return switch (chip.part()) {
      case "icm-42688-p" -> new Icm42688pDriver(Icm42688pDriver.stream(number, name, Icm42688pConfig.DEFAULT),
          registers(chip, 0, SpiRegisterBus.NO_MULTIPLE), Icm42688pConfig.DEFAULT, ready);
      case "ism330dhcx" -> new Ism330dhcxDriver(Ism330dhcxDriver.stream(number, name, Ism330dhcxConfig.DEFAULT),
          registers(chip, 0, SpiRegisterBus.NO_MULTIPLE), Ism330dhcxConfig.DEFAULT, ready);
      case "adxl375" -> new Adxl375Driver(Adxl375Driver.stream(number, name, Adxl375Config.DEFAULT),
          registers(chip, 3, SpiRegisterBus.MULTIPLE_6), Adxl375Config.DEFAULT);
      case "nau7802" -> {
        Nau7802Config usual = Nau7802Config.DEFAULT;
        Nau7802Config wished = new Nau7802Config(usual.rateHz(), config.force().gain(), usual.regulatorV(),
            usual.supplyV(), usual.capacitor());
        yield new Nau7802Driver(Nau7802Driver.stream(number, name, wished), registers(chip, 0, 0), wished);
      }
      default -> {
        Ads131m04Config wished = ads131m04(chip, config.force());
        yield new Ads131m04Driver(Ads131m04Driver.stream(number, name, wished), new SpiFrames(spi(chip, 1)), wished,
            ready);
      }
    };
  }

  /// Channels without a bridge are off: an open input would look like a broken wire.
  private static Ads131m04Config ads131m04(BarConfig.Chip chip, BarConfig.Force force) {
    int all = force.layout().bridges();
    int bridges = chip.name().equals("force") ? all : all / 2;
    Ads131m04Config usual = Ads131m04Config.DEFAULT;
    List<Ads131m04Config.Channel> channels = new ArrayList<>();
    for (int i = 0; i < usual.channels().size(); i++) {
      channels.add(i < bridges
          ? new Ads131m04Config.Channel(usual.channels().get(i).use(), force.gain())
          : new Ads131m04Config.Channel(Ads131m04Config.Use.OFF, 1));
    }
    return new Ads131m04Config(usual.rateHz(), channels, force.excitationV(), usual.registerCrc());
  }

  private RegisterBus registers(BarConfig.Chip chip, int spiMode, int multipleBit) {
    return chip.bus() == BusKind.SPI
        ? new SpiRegisterBus(spi(chip, spiMode), SpiRegisterBus.READ, multipleBit, LONGEST_READ)
        : new I2cRegisterBus(i2c(chip), I2cRegisterBus.COUNTS_UP, LONGEST_READ);
  }

  private Opening<Spi> spi(BarConfig.Chip chip, int mode) {
    return new Opening<>(place(chip), again(chip.name(), () -> context.create(Spi.newConfigBuilder(context)
        .id(chip.name()).bus(SpiBus.getByNumber(chip.busNumber())).channel(chip.address()).baud(chip.clockHz())
        .mode(SpiMode.getByNumber(mode)).build())));
  }

  private Opening<I2C> i2c(BarConfig.Chip chip) {
    return new Opening<>(place(chip), again(chip.name(), () -> context.create(
        I2C.newConfigBuilder(context).id(chip.name()).bus(chip.busNumber()).device(chip.address()).build())));
  }

  /// Closes what a former attempt has left, then opens.
  private <T> Supplier<T> again(String id, Supplier<T> opener) {
    return () -> {
      if (context.hasIO(id)) {
        context.shutdown(id);
      }
      return opener.get();
    };
  }

  /// Null where it cannot be had: then times come from reading.
  private @Nullable EdgeInput line(BarConfig.Chip chip) {
    try {
      DigitalInput input = context.create(DigitalInput.newConfigBuilder(context).id(chip.name() + "-ready")
          .bcm(chip.dataReadyLine()).build());
      if (input instanceof EdgeInput edges) {
        lines.add(edges);
        return edges;
      }
      problems.add(chip.name() + ": data-ready line " + chip.dataReadyLine() + ": these pins tell no edges");
    } catch (Pi4JException e) {
      problems.add(chip.name() + ": data-ready line " + chip.dataReadyLine() + ": " + e.getMessage()
          + "; its times come from reading and are less exact");
    }
    return null;
  }

  /// Outputs to tell cues on: those that are wired and can be had; [#problems] tells of the others.
  List<Voice> voices(BarConfig.Cues cues) {
    List<Voice> voices = new ArrayList<>();
    SignalOutput buzzer = output("buzzer", cues.buzzerLine());
    if (buzzer != null) {
      voices.add(Voice.buzzer(cues, buzzer));
    }
    SignalOutput light = output("light", cues.ledLine());
    if (light != null) {
      voices.add(Voice.light(cues, light));
    }
    return voices;
  }

  private @Nullable SignalOutput output(String name, int line) {
    if (line < 0) {
      return null;
    }
    try {
      return new SignalOutput(context.create(DigitalOutput.newConfigBuilder(context).id(name).bcm(line)
          .initial(DigitalState.LOW).shutdown(DigitalState.LOW).build()));
    } catch (Pi4JException e) {
      problems.add(name + ": line " + line + ": " + e.getMessage() + "; cues go without it");
      return null;
    }
  }

  /// In the order of the configuration.
  public List<ChipDriver> drivers() {
    return List.copyOf(drivers);
  }

  /// What the rows of the drivers are, by their numbers.
  public List<RawStream> streams() {
    return drivers.stream().map(ChipDriver::stream).toList();
  }

  /// The first chip's data-ready line, null where none is wired.
  public @Nullable EdgeInput firstDataReady() {
    return lines.isEmpty() ? null : lines.getFirst();
  }

  /// One line for each pin that could not be had.
  List<String> problems() {
    return List.copyOf(problems);
  }

  /// Closes buses and lines.
  @Override
  public void close() {
    context.shutdown();
  }
}
