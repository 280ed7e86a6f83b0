package io.plumbline.virtualchips.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.fault.Fault;
import io.plumbline.virtualchips.fault.FaultException;
import io.plumbline.virtualchips.fault.FaultText;
import io.plumbline.virtualchips.wire.ManualClock;
import io.plumbline.virtualchips.wire.SpiChip;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A pattern that finds out whatever happens to a sample.
class CountingPatternTest {
  private final ManualClock clock = new ManualClock(500 * Host.MS);
  private final VirtualBar bar = VirtualBar.counting(clock, List.of(), clock::advanceNs);
  private final Host host = new Host(bar.board(), clock);

  @Test
  void shouldCountEverySampleOfAnInertialUnit() {
    CountingPattern pattern = Objects.requireNonNull(bar.pattern("left-imu"));
    clock.advanceNs(Host.MS);
    SpiChip chip = host.imu(true);
    host.startImu(chip);
    clock.advanceNs(60 * Host.MS);
    host.write(chip, 0x4B, 2);
    host.line(24).drain(new EdgeBatch(256));
    byte[] packet = new byte[20];
    int[] counts = new int[6];
    EdgeBatch edges = new EdgeBatch(8);
    long before = CountingPattern.DAMAGED;
    for (int i = 0; i < 20_000; i++) {
      host.toEdge(24, edges);
      host.read(chip, 0x30, packet);
      for (int axis = 0; axis < 6; axis++) {
        counts[axis] = Host.count20(packet, axis);
      }
      long number = pattern.number(counts, 0);
      assertTrue(before == CountingPattern.DAMAGED || number == before + 1, number + " after " + before);
      before = number;
    }
    clock.advanceNs(7 * Host.MS);
    long lost = before + 7;
    host.write(chip, 0x4B, 2);
    host.line(24).drain(edges);
    host.toEdge(24, edges);
    host.read(chip, 0x30, packet);
    for (int axis = 0; axis < 6; axis++) {
      counts[axis] = Host.count20(packet, axis);
    }
    long number = pattern.number(counts, 0);
    assertTrue(number >= lost && number <= lost + 2, "what was lost is seen in the number: " + number);
  }

  @Test
  void shouldRefuseAFaultOfAChipThatIsNotThere() {
    List<Fault> faults = List.of(FaultText.parse("left-force: reset at 1 s", VirtualBar.PLACES));
    FaultException refusal = assertThrows(FaultException.class,
        () -> VirtualBar.counting(clock, faults, clock::advanceNs));
    assertEquals(
        "fault 'reset' at left-force: this bar has no such chip; it has left-imu, right-imu, force, left-high-g, "
            + "right-high-g",
        refusal.getMessage());
  }

  @Test
  void shouldSeeADamagedCount() {
    CountingPattern pattern = Objects.requireNonNull(bar.pattern("force"));
    double[] volts = new double[4];
    int[] counts = new int[4];
    long timeNs = clock.getAsLong();
    for (int i = 0; i < 1000; i++) {
      timeNs = pattern.instantNs(timeNs, 1000, 1);
      pattern.feel(timeNs, volts);
      for (int channel = 0; channel < 4; channel++) {
        counts[channel] = (int) Math.rint(volts[channel] * 32 / 1.2 * 0x800000);
      }
      long number = pattern.number(counts, 0);
      assertTrue(number >= 0);
      for (int channel = 0; channel < 4; channel++) {
        counts[channel] ^= 1 << (8 + i % 14);
        assertNotEquals(number, pattern.number(counts, 0));
        counts[channel] ^= 1 << (8 + i % 14);
        counts[channel] ^= 1 << i % 8;
        assertEquals(CountingPattern.DAMAGED, pattern.number(counts, 0));
        counts[channel] ^= 1 << i % 8;
      }
    }
  }
}
