package io.plumbline.virtualchips.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.fault.FaultText;
import io.plumbline.virtualchips.wire.I2cChip;
import io.plumbline.virtualchips.wire.ManualClock;
import io.plumbline.virtualchips.wire.SpiChip;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Drivers' own gate of no allocation runs through the chips, so these allocate nothing.
class AllocationTest {
  private static final int ROUNDS = 6;
  private static final int SAMPLES = 20_000;

  private final ManualClock clock = new ManualClock(500 * Host.MS);
  private final byte[] bytes = new byte[64];

  @Test
  void shouldAllocateNothingWhileBytesAreExchanged() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    VirtualBar bar = VirtualBar.counting(clock,
        List.of(FaultText.parse("left-imu: corrupt from 1 s", VirtualBar.PLACES),
            FaultText.parse("left-high-g: stuck high 1 from 1 s", VirtualBar.PLACES)),
        clock::advanceNs);
    Host host = new Host(bar.board(), clock);
    clock.advanceNs(Host.MS);
    SpiChip[] imus = {host.imu(true), host.imu(false)};
    host.startImu(imus[0]);
    host.startImu(imus[1]);
    host.startAdc();
    SpiChip adc = host.adc();
    I2cChip highG = host.i2c(Wiring.LEFT_HIGH_G_ADDRESS);
    byte[][] settings = {{0x31, 0x0B}, {0x2C, 0x0D}, {0x38, (byte) 0x90}, {0x2D, 8}};
    for (byte[] setting : settings) {
      highG.write(setting, 0, 2);
    }
    EdgeBatch edges = new EdgeBatch(64);
    long least = Long.MAX_VALUE;
    long seen = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < SAMPLES; i++) {
        clock.advanceNs(Host.MS);
        seen += poll(host, imus, adc, highG, edges);
      }
      // The compiler throws code away now and then, which costs a few bytes: of a leak every round would be full.
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes in the best round");
    assertTrue(seen > ROUNDS * SAMPLES * 2L, seen + " edges");
  }

  private int poll(Host host, SpiChip[] imus, SpiChip adc, I2cChip highG, EdgeBatch edges) {
    edges.clear();
    for (int i = 0; i < imus.length; i++) {
      bytes[0] = (byte) 0xAD;
      imus[i].exchange(bytes, 0, bytes, 0, 44, 0, 8_000_000);
      host.line(i == 0 ? Wiring.LEFT_IMU_LINE : Wiring.RIGHT_IMU_LINE).drain(edges);
    }
    host.line(Wiring.ADC_READY_LINE).nextEdgeNs();
    host.line(Wiring.ADC_READY_LINE).drain(edges);
    java.util.Arrays.fill(bytes, 0, 18, (byte) 0);
    adc.exchange(bytes, 0, bytes, 0, 18, 1, 8_000_000);
    bytes[0] = 0x32;
    highG.write(bytes, 0, 1);
    highG.read(bytes, 0, 6);
    return edges.size();
  }
}
