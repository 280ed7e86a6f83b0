package io.plumbline.drivers.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawBatch;
import java.util.List;

/// What has to be true of all rows, whatever was done to the chip.
public final class Truth {
  private Truth() {
  }

  /// Each row is a sample that the chip took, with its number, in order, not twice; what is missing between two is marked.
  public static void assertHonest(Rig rig) {
    List<Polling.Row> rows = rig.polling().rows();
    for (int i = 0; i < rows.size(); i++) {
      Polling.Row row = rows.get(i);
      String where = rig.kind() + ", row " + i + " at " + (row.readNs() - Bench.START_NS) / 1e9 + " s";
      long cycleNumber = rig.cycleNumber(row);
      long newest = rig.signal().numberAt(row.readNs());
      long age = Math.floorMod(newest - cycleNumber, CountingSignal.CYCLE);
      assertTrue(cycleNumber >= 0 && cycleNumber < CountingSignal.CYCLE, where + " counts " + row.counts()[0]);
      assertTrue(age < 300, where + " is " + age + " samples old");
      if (i == 0) {
        continue;
      }
      Polling.Row before = rows.get(i - 1);
      assertTrue(row.timeNs() > before.timeNs(), where + ": time runs backwards");
      assertTrue(row.sequence() > before.sequence(), where + ": number runs backwards");
      if (row.has(RawBatch.RESTARTED)) {
        continue;
      }
      long step = row.sequence() - before.sequence();
      long trueStep = Math.floorMod(cycleNumber - rig.cycleNumber(before), CountingSignal.CYCLE);
      assertEquals(trueStep, step, where + ": step of its number");
      assertEquals(step > 1, row.has(RawBatch.GAP_BEFORE), where + ": gap of " + step + " marked");
    }
  }

  /// Times are those of the chip's clock.
  public static double worstTimeNs(Rig rig) {
    double worstNs = 0;
    for (Polling.Row row : rig.polling().rows()) {
      if (!row.has(RawBatch.TIME_COARSE)) {
        long age = Math.floorMod(rig.signal().numberAt(row.readNs()) - rig.cycleNumber(row), CountingSignal.CYCLE);
        long trueNs = rig.signal().timeNs(rig.signal().numberAt(row.readNs()) - age);
        worstNs = Math.max(worstNs, Math.abs(row.timeNs() - trueNs));
      }
    }
    return worstNs;
  }

  /// A run that nothing disturbed.
  public static void assertUndisturbed(Rig rig) {
    assertHonest(rig);
    List<Polling.Row> rows = rig.polling().rows();
    assertFalse(rows.isEmpty(), rig.kind() + " gave nothing");
    for (int i = 1; i < rows.size(); i++) {
      assertEquals(rows.get(i - 1).sequence() + 1, rows.get(i).sequence(), rig.kind() + ", row " + i);
    }
    assertEquals(List.of(), rig.part().misuse().list(), rig.kind() + " was misused");
  }
}
