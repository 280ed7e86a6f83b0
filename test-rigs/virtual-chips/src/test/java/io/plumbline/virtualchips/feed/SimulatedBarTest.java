package io.plumbline.virtualchips.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.Scenarios;
import io.plumbline.virtualchips.feed.VirtualBar.Fitting;
import io.plumbline.virtualchips.wire.ManualClock;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Rows of the simulator in, samples of the chips out: none lost, none doubled, at their times.
class SimulatedBarTest {
  private static final long MS = Host.MS;
  private static final double G = 9.80665;
  private static final Scenario SCENARIO = Scenarios.of("short", """
    purpose = "Short"
    exercise = "deadlift-conventional"
    seed = 11
    [sensors]
    shared_clock = false
    rate_error = 0.01
    [[set]]
    load_kg = 100
    reps = 1
    """, OptionalLong.of(11));

  private final ManualClock clock = new ManualClock(1_000_000 * MS);

  private VirtualBar bar(List<Scenario> scenarios, Fitting fitting) {
    Iterator<Scenario> all = scenarios.iterator();
    SimulatedBar.Plan plan = new SimulatedBar.Plan(() -> all.hasNext() ? Optional.of(all.next()) : Optional.empty(), 11,
        true, false);
    return VirtualBar.simulated(clock, plan, fitting, List.of(), clock::advanceNs);
  }

  private static SimulatedBar simulation(VirtualBar bar) {
    return Objects.requireNonNull(bar.simulation());
  }

  @Test
  void shouldGiveEveryRowAsOneSampleAtItsTrueTime() {
    VirtualBar bar = bar(List.of(SCENARIO), Fitting.STANDARD);
    Host host = new Host(bar.board(), clock);
    long originNs = clock.getAsLong();
    clock.advanceNs(MS);
    SpiChip left = host.imu(true);
    SpiChip right = host.imu(false);
    host.startImu(left);
    host.startImu(right);
    host.startAdc();
    clock.advanceNs(60 * MS);
    host.write(left, 0x4B, 2);
    host.write(right, 0x4B, 2);
    host.adcFrame();
    host.adcFrame();
    for (int line : new int[]{24, 25, 22}) {
      host.line(line).drain(new EdgeBatch(2000));
    }
    long fromNs = clock.getAsLong();
    Simulation expected = new Simulation(SCENARIO, 11, 0);
    List<String> columns = expected.columns();
    EdgeBatch edges = new EdgeBatch(64);
    byte[] packet = new byte[20];
    int samples = 0;
    while (expected.advance()) {
      long timeNs = originNs + Math.round(expected.trueTimeS() * 1e9);
      if (timeNs <= fromNs) {
        continue;
      }
      for (boolean isLeft : new boolean[]{true, false}) {
        int first = columns.indexOf(isLeft ? "left_ax" : "right_ax");
        if (!Double.isNaN(expected.value(first))) {
          assertEquals(timeNs, host.toEdge(isLeft ? Wiring.LEFT_IMU_LINE : Wiring.RIGHT_IMU_LINE, edges));
          assertEquals(1, edges.size());
          host.read(isLeft ? left : right, 0x30, packet);
          assertEquals(0x78, packet[0] & 0xFC);
          for (int axis = 0; axis < 6; axis++) {
            double scale = axis < 3 ? 8192 / G : Math.toDegrees(131);
            assertEquals(expected.value(first + axis) * scale, Host.count20(packet, axis), 4);
          }
          samples++;
        }
      }
      int fy = columns.indexOf("left_fy");
      if (!Double.isNaN(expected.value(fy))) {
        assertEquals(timeNs, host.toEdge(Wiring.ADC_READY_LINE, edges));
        host.adcFrame();
        for (int channel = 0; channel < 4; channel++) {
          double volts = expected.value(fy + channel) * SimulatedBar.BRIDGE_RATIO_PER_N * SimulatedBar.EXCITATION_V;
          assertEquals(volts * 32 / 1.2 * 0x800000, host.code(channel), 1);
        }
        samples++;
      }
    }
    assertTrue(samples > 20_000, samples + " samples");
    assertEquals(expected.reps(), simulation(bar).reps());
    assertEquals(originNs + Math.round(expected.endS() * 1e9), endAfterOneMore(bar));
    assertEquals(List.of(), bar.misuses());
  }

  /// The end is known once somebody asks for what comes after it.
  private long endAfterOneMore(VirtualBar bar) {
    clock.advanceNs(300 * MS);
    bar.board().nowNs();
    new Host(bar.board(), clock).line(24).nextEdgeNs();
    assertTrue(simulation(bar).hasEnded());
    return simulation(bar).endNs();
  }

  @Test
  void shouldKeepEachClockGoingFromOneSetToTheNextAndAfterTheEnd() {
    VirtualBar bar = bar(List.of(SCENARIO, SCENARIO), Fitting.STANDARD);
    Host host = new Host(bar.board(), clock);
    clock.advanceNs(MS);
    host.startImu(host.imu(true));
    clock.advanceNs(60 * MS);
    EdgeBatch edges = new EdgeBatch(2000);
    host.line(24).drain(edges);
    long beforeNs = host.toEdge(24, edges);
    int sequence = edges.sequence(0);
    SimulatedBar simulation = simulation(bar);
    long afterEnd = 0;
    while (afterEnd < 500) {
      long nextNs = host.toEdge(24, edges);
      assertTrue(Math.abs(nextNs - beforeNs - MS) < 0.0115 * MS, "at " + (nextNs - simulation.timeNs(0)) / 1e9 + " s");
      assertEquals(++sequence, edges.sequence(0));
      beforeNs = nextNs;
      afterEnd += simulation.hasEnded() ? 1 : 0;
    }
    assertEquals(2, simulation.reps().size());
    assertTrue(simulation.reps().get(1).pullS() > simulation.reps().get(0).restS());
  }

  @Test
  void shouldJoinRowsByStraightLinesForAChipAtAnotherRate() {
    VirtualBar bar = bar(List.of(SCENARIO), Fitting.STANDARD);
    double[] before = new double[3];
    double[] between = new double[3];
    double[] after = new double[3];
    io.plumbline.virtualchips.chip.Signal signal = simulation(bar).signal(Sensor.LEFT_HIGH_G);
    long rowNs = signal.instantNs(clock.getAsLong() + 50 * MS, 1000, 1);
    long nextNs = signal.instantNs(rowNs, 1000, 1);
    long ownNs = signal.instantNs(rowNs, 800, 1);
    long laterNs = signal.instantNs(ownNs, 800, 1);
    assertTrue(Math.abs(laterNs - ownNs - 1_250_000) < 12_600);
    signal.feel(rowNs, before);
    signal.feel(nextNs, after);
    long middleNs = (rowNs + nextNs) / 2;
    signal.feel(middleNs, between);
    for (int axis = 0; axis < 3; axis++) {
      assertEquals((before[axis] + after[axis]) / 2, between[axis], 1e-2);
    }
  }

  @Test
  void shouldGiveTheSameRowsFromAThreadOfItsOwn() {
    AtomicLong time = new AtomicLong(77 * MS);
    SimulatedBar own = new SimulatedBar(time::get, SimulatedBar.Plan.of(SCENARIO, true));
    SimulatedBar pulled = new SimulatedBar(clock, SimulatedBar.Plan.of(SCENARIO, false));
    long wanted = 3000;
    for (int i = 0; i < 30; i++) {
      time.addAndGet(100 * MS);
      clock.advanceNs(100 * MS);
      while (own.samples(Sensor.LEFT_IMU) < 98L * (i + 1)) {
        Thread.onSpinWait();
      }
    }
    double[] one = new double[7];
    double[] other = new double[7];
    long ownNs = own.timeNs(0);
    long pulledNs = pulled.timeNs(0);
    for (long i = 0; i < wanted - 200; i++) {
      long nextOwn = own.signal(Sensor.LEFT_IMU).instantNs(ownNs, 1000, 1);
      long nextPulled = pulled.signal(Sensor.LEFT_IMU).instantNs(pulledNs, 1000, 1);
      assertEquals(nextOwn - own.timeNs(0), nextPulled - pulled.timeNs(0));
      own.signal(Sensor.LEFT_IMU).feel(nextOwn, one);
      pulled.signal(Sensor.LEFT_IMU).feel(nextPulled, other);
      org.junit.jupiter.api.Assertions.assertArrayEquals(one, other);
      ownNs = nextOwn;
      pulledNs = nextPulled;
    }
    own.close();
  }

  @Test
  void shouldFitABudgetBarToo() {
    VirtualBar bar = bar(List.of(SCENARIO), Fitting.BUDGET);
    Host host = new Host(bar.board(), clock);
    clock.advanceNs(10 * MS);
    byte[] bytes = {0x0F, 0};
    for (int address : new int[]{Wiring.LEFT_QWIIC_ADDRESS, Wiring.RIGHT_QWIIC_ADDRESS}) {
      host.i2c(address).write(bytes, 0, 1);
      host.i2c(address).read(bytes, 1, 1);
      assertEquals(0x6B, bytes[1]);
    }
    bytes[0] = 0x1F;
    host.i2c(Wiring.SCALE_ADDRESS).write(bytes, 0, 1);
    host.i2c(Wiring.SCALE_ADDRESS).read(bytes, 1, 1);
    assertEquals(0x0F, bytes[1] & 0xF);
    assertTrue(bar.board().i2c(Wiring.RIGHT_SCALE_BUS, Wiring.SCALE_ADDRESS) != null);
    assertTrue(bar.board().spi(0, 0) == null);
  }

  @Test
  void shouldLeaveOutWhatTheScenarioHasNot() {
    Scenario bare = Scenarios.of("bare", """
      purpose = "Bare"
      exercise = "deadlift-conventional"
      [sensors]
      imus = ["left"]
      [sensors.force]
      fitted = false
      [sensors.high_g]
      fitted = false
      [[set]]
      load_kg = 100
      reps = 1
      """, OptionalLong.of(1));
    VirtualBar bar = bar(List.of(bare), Fitting.STANDARD);
    assertTrue(bar.part("left-imu") != null);
    assertTrue(bar.part("right-imu") == null && bar.part("force") == null && bar.part("left-high-g") == null);
    assertFalse(simulation(bar).has(Sensor.RIGHT_IMU));
    assertTrue(bar.board().spi(Wiring.RIGHT_IMU_BUS, Wiring.RIGHT_IMU_SELECT) == null);
  }
}
