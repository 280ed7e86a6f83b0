package io.plumbline.virtualchips.feed;

import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.Part;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.Signal;
import io.plumbline.virtualchips.chip.adxl375.Adxl375;
import io.plumbline.virtualchips.chip.ads131m04.Ads131m04;
import io.plumbline.virtualchips.chip.icm42688p.Icm42688p;
import io.plumbline.virtualchips.chip.ism330dhcx.Ism330dhcx;
import io.plumbline.virtualchips.chip.nau7802.Nau7802;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.fault.FaultException;
import io.plumbline.virtualchips.fault.FaultText;
import io.plumbline.virtualchips.fault.Script;
import io.plumbline.virtualchips.wire.Board;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The board of a whole bar, wired as [Wiring] says: chips, lines, outputs, faults, and what the chips feel.
public final class VirtualBar implements AutoCloseable {
  /// Where faults can happen; the last two on the budget bar only.
  public static final List<String> PLACES = List.of("left-imu", "right-imu", "force", "left-high-g", "right-high-g",
      "left-force", "right-force");
  private static final double SUPPLY_V = 3.3;
  // Each chip of the counting bar is off by something else, within what its facts allow.
  private static final double[] CLOCK_ERRORS = {0.009, -0.012, 0.017, -0.006, 0.00004};
  private static final int BRIDGE_GAIN = 32;

  private final Board board;
  private final LongSupplier clock;
  private final LongConsumer passNs;
  private final List<Fault> faults;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Map<String, CountingPattern> patterns = new LinkedHashMap<>();
  private final Output buzzer = new Output();
  private final Output led = new Output();
  private @Nullable SimulatedBar simulation;

  /// Which chips the bar has.
  public enum Fitting {
    /// ICM-42688-P, ADS131M04 and ADXL375.
    STANDARD,
    /// ISM330DHCX and NAU7802 on I2C.
    BUDGET
  }

  private VirtualBar(LongSupplier clock, List<Fault> faults, LongConsumer passNs) {
    this.clock = clock;
    this.faults = List.copyOf(faults);
    this.passNs = passNs;
    this.board = new Board(clock).withOutput(Wiring.BUZZER_LINE, buzzer).withOutput(Wiring.LED_LINE, led);
  }

  /// A bar on which somebody trains.
  ///
  /// @param clock  of the board
  /// @param passNs lets time pass while a fault stretches a clock
  /// @throws FaultException where a fault names a place that this bar has not, or a part cannot have it
  public static VirtualBar simulated(LongSupplier clock, SimulatedBar.Plan plan, Fitting fitting, List<Fault> faults,
      LongConsumer passNs) {
    VirtualBar bar = new VirtualBar(clock, faults, passNs);
    SimulatedBar simulation = new SimulatedBar(clock, plan);
    bar.simulation = simulation;
    try {
      if (fitting == Fitting.BUDGET) {
        bar.fitBudget(simulation);
      } else {
        bar.fitStandard(sensor -> simulation.has(sensor) ? simulation.signal(sensor) : null);
      }
      FaultText.requirePlaces(faults, List.copyOf(bar.parts.keySet()));
    } catch (FaultException e) {
      simulation.close();
      throw e;
    }
    return bar;
  }

  /// A bar whose samples tell their own numbers.
  ///
  /// @param clock  of the board
  /// @param passNs lets time pass while a fault stretches a clock
  public static VirtualBar counting(LongSupplier clock, List<Fault> faults, LongConsumer passNs) {
    VirtualBar bar = new VirtualBar(clock, faults, passNs);
    long nowNs = clock.getAsLong();
    bar.fitStandard(sensor -> bar.pattern(sensor, nowNs));
    FaultText.requirePlaces(faults, List.copyOf(bar.parts.keySet()));
    return bar;
  }

  /// A standard bar in somebody's hands.
  ///
  /// @param clock  of the board
  /// @param passNs lets time pass while a fault stretches a clock
  public static VirtualBar handled(LongSupplier clock, HandledBar hands, List<Fault> faults, LongConsumer passNs) {
    VirtualBar bar = new VirtualBar(clock, faults, passNs);
    bar.fitStandard(hands::signal);
    FaultText.requirePlaces(faults, List.copyOf(bar.parts.keySet()));
    return bar;
  }

  private Signal pattern(Sensor sensor, long nowNs) {
    // Phases differ too.
    SampleClock own = new SampleClock(nowNs + 137_000L * sensor.ordinal(), CLOCK_ERRORS[sensor.ordinal()]);
    CountingPattern pattern = switch (sensor) {
      case LEFT_IMU, RIGHT_IMU -> CountingPattern.icm42688p(own);
      case LEFT_HIGH_G, RIGHT_HIGH_G -> CountingPattern.adxl375(own);
      default -> CountingPattern.ads131m04(own, BRIDGE_GAIN);
    };
    patterns.put(place(sensor), pattern);
    return pattern;
  }

  private static String place(Sensor sensor) {
    return PLACES.get(switch (sensor) {
      case LEFT_IMU -> 0;
      case RIGHT_IMU -> 1;
      case LEFT_HIGH_G -> 3;
      case RIGHT_HIGH_G -> 4;
      default -> 2;
    });
  }

  private Script script(String place, Part part) {
    parts.put(place, part);
    return new Script(faults.stream().filter(fault -> fault.place().equals(place)).toList(), part, clock, passNs);
  }

  /// Signal of a sensor, or null where it is not fitted.
  private interface Source {
    @Nullable
    Signal of(Sensor sensor);
  }

  private void fitStandard(Source source) {
    fitImu(source, Sensor.LEFT_IMU, Wiring.LEFT_IMU_BUS, Wiring.LEFT_IMU_SELECT, Wiring.LEFT_IMU_LINE);
    fitImu(source, Sensor.RIGHT_IMU, Wiring.RIGHT_IMU_BUS, Wiring.RIGHT_IMU_SELECT, Wiring.RIGHT_IMU_LINE);
    Signal force = source.of(Sensor.FORCE);
    if (force != null) {
      Ads131m04 chip = new Ads131m04(clock, force);
      Script script = script("force", chip);
      board.withSpi(Wiring.ADC_BUS, Wiring.ADC_SELECT, script.onSpi(chip));
      board.withInput(Wiring.ADC_READY_LINE, script.onEdges(chip.ready())).withOutput(Wiring.ADC_SYNC_LINE, chip.sync());
    }
    fitHighG(source, Sensor.LEFT_HIGH_G, Wiring.LEFT_HIGH_G_ADDRESS);
    fitHighG(source, Sensor.RIGHT_HIGH_G, Wiring.RIGHT_HIGH_G_ADDRESS);
  }

  private void fitImu(Source source, Sensor sensor, int bus, int select, int line) {
    Signal signal = source.of(sensor);
    if (signal != null) {
      Icm42688p chip = new Icm42688p(clock, signal);
      Script script = script(place(sensor), chip);
      board.withSpi(bus, select, script.onSpi(chip)).withInput(line, script.onEdges(chip.int1()));
    }
  }

  private void fitHighG(Source source, Sensor sensor, int address) {
    Signal signal = source.of(sensor);
    if (signal != null) {
      Adxl375 chip = new Adxl375(clock, signal);
      board.withI2c(Wiring.I2C_BUS, address, script(place(sensor), chip).onI2c(chip));
    }
  }

  private void fitBudget(SimulatedBar session) {
    fitQwiic(session, Sensor.LEFT_IMU, Wiring.LEFT_QWIIC_ADDRESS, Wiring.LEFT_IMU_LINE);
    fitQwiic(session, Sensor.RIGHT_IMU, Wiring.RIGHT_QWIIC_ADDRESS, Wiring.RIGHT_IMU_LINE);
    if (session.has(Sensor.LEFT_FORCE)) {
      fitScale("left-force", session.signal(Sensor.LEFT_FORCE), Wiring.I2C_BUS);
    }
    if (session.has(Sensor.RIGHT_FORCE)) {
      fitScale("right-force", session.signal(Sensor.RIGHT_FORCE), Wiring.RIGHT_SCALE_BUS);
    }
  }

  private void fitQwiic(SimulatedBar session, Sensor sensor, int address, int line) {
    if (session.has(sensor)) {
      Ism330dhcx chip = new Ism330dhcx(clock, session.signal(sensor), 0);
      Script script = script(place(sensor), chip);
      board.withI2c(Wiring.I2C_BUS, address, script.onI2c(chip)).withInput(line, script.onEdges(chip.int1()));
    }
  }

  private void fitScale(String place, Signal signal, int bus) {
    Nau7802 chip = new Nau7802(clock, signal, SUPPLY_V);
    board.withI2c(bus, Wiring.SCALE_ADDRESS, script(place, chip).onI2c(chip));
  }

  /// For the plugin.
  public Board board() {
    return board;
  }

  /// The session, where there is one.
  public @Nullable SimulatedBar simulation() {
    return simulation;
  }

  /// The chip at a place, or null.
  public @Nullable Part part(String place) {
    return parts.get(place);
  }

  /// The pattern that a place counts with, or null.
  public @Nullable CountingPattern pattern(String place) {
    return patterns.get(place);
  }

  /// What the host did wrong, with the place in front of each.
  public List<String> misuses() {
    List<String> all = new ArrayList<>();
    parts.forEach((place, part) -> {
      for (Misuse misuse : part.misuse().list()) {
        all.add(place + ": " + misuse);
      }
    });
    return all;
  }

  /// The buzzer.
  public Output buzzer() {
    return buzzer;
  }

  /// The light.
  public Output led() {
    return led;
  }

  @Override
  public void close() {
    if (simulation != null) {
      simulation.close();
    }
  }
}
