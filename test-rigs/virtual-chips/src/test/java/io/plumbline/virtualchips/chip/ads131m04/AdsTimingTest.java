package io.plumbline.virtualchips.chip.ads131m04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.Misuse;
import org.junit.jupiter.api.Test;

/// When results come, who is told, and what becomes of those that nobody reads.
class AdsTimingTest extends AdsTalk {
  @Test
  void shouldFallOncePerResultAndTellFreshFromStale() {
    start();
    EdgeBatch edges = new EdgeBatch(256);
    for (int i = 0; i < 100; i++) {
      long nextNs = chip.ready().nextEdgeNs();
      clock.advanceNs(nextNs - clock.getAsLong());
      assertTrue(!chip.ready().isHigh());
      assertEquals(1, chip.ready().drain(edges));
      assertEquals(nextNs, edges.timeNs(i));
      clock.advanceNs(30 * US);
      byte[] frame = send(0);
      assertSound(frame);
      assertEquals(0x010F, word(frame, 0) & ~0x4000);
      assertTrue(chip.ready().isHigh());
      clock.advanceNs(30 * US);
      assertEquals(0x0100, word(send(0), 0), "read too early");
    }
    assertEquals(MS, (edges.timeNs(99) - edges.timeNs(0)) / 99);
  }

  @Test
  void shouldLagByOneAfterAMissedReadUntilTwoFramesAreRead() {
    start();
    signal.set(3, 0.001);
    clock.advanceNs(MS);
    send(0);
    clock.advanceNs(3 * MS);
    // The chip is lazy: it takes its samples when somebody looks.
    assertTrue(!chip.ready().isHigh());
    signal.set(3, 0.002);
    clock.advanceNs(MS);
    int small = (int) Math.rint(0.001 * 32 / 1.2 * 0x800000);
    byte[] late = send(0);
    assertEquals(small, code(late, 3), "the older one");
    assertEquals(0x0F, word(send(0), 0) & 0x0F);
    clock.advanceNs(MS);
    byte[] fresh = send(0);
    assertEquals(2 * small, code(fresh, 3), 1);
    assertEquals(0, word(send(0), 0) & 0x0F);
  }

  @Test
  void shouldLeaveOutEverySecondPulseWhileNobodyReads() {
    start();
    send(0x6100, 0x0111);
    clock.advanceNs(MS);
    send(0);
    send(0);
    EdgeBatch edges = new EdgeBatch(64);
    chip.ready().drain(edges);
    edges.clear();
    clock.advanceNs(10 * MS);
    assertEquals(5, chip.ready().drain(edges));
    send(0);
    send(0);
    edges.clear();
    for (int i = 0; i < 5; i++) {
      clock.advanceNs(MS);
      send(0);
    }
    assertEquals(5, chip.ready().drain(edges));
  }

  @Test
  void shouldBlockTheEdgeOfAResultThatComesDuringAFrame() {
    start();
    long nextNs = chip.ready().nextEdgeNs();
    clock.advanceNs(nextNs - clock.getAsLong() - 9 * US);
    send(0);
    clock.advanceNs(20 * US);
    EdgeBatch edges = new EdgeBatch(8);
    assertEquals(0, chip.ready().drain(edges), "18 bytes at 8 MHz last 18 µs");
    clock.advanceNs(MS);
    assertEquals(1, chip.ready().drain(edges));
  }

  @Test
  void shouldGiveThreeUnsettledResultsAfterASync() {
    start();
    int settled = code(sample(), 0);
    chip.sync().set(false, clock.getAsLong());
    clock.advanceNs(10 * US);
    chip.sync().set(true, clock.getAsLong());
    long waitNs = chip.ready().nextEdgeNs() - clock.getAsLong();
    assertTrue(waitNs > 1_073_242 && waitNs <= 1_073_243 + MS, "8792 cycles, then the next of its clock: " + waitNs);
    assertEquals(0x4000, word(send(0), 0) & 0x4000);
    for (int i = 0; i < 3; i++) {
      assertNotEquals(settled, code(sample(), 0));
    }
    assertEquals(settled, code(sample(), 0));
    assertEquals(0, chip.misuse().count());
  }

  @Test
  void shouldResetByALongPulseOnTheSyncPin() {
    start();
    chip.sync().set(false, clock.getAsLong());
    clock.advanceNs(400 * US);
    assertEquals(Long.MAX_VALUE, nextAfterDrain());
    chip.sync().set(true, clock.getAsLong());
    clock.advanceNs(5 * US);
    assertEquals(0xFF24, word(send(0xA100), 0));
    assertEquals(0x0510, word(send(0), 0));
    chip.sync().set(false, clock.getAsLong());
    clock.advanceNs(240 * US);
    chip.sync().set(true, clock.getAsLong());
    assertEquals(Misuse.Kind.AMBIGUOUS_PULSE, chip.misuse().list().getLast().kind());
  }
}
