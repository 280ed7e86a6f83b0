package io.plumbline.drivers.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.plumbline.core.raw.RawBatch;
import java.util.List;

/// What has to be true of all rows, whatever was done to the chip.
public final class Truth {
  // More than any buffer holds, less than a cycle.
  private static final int OLDEST = 600;

  private Truth() {}

  /// Each row is a sample that the chip took, with its number, in order, not twice; what is missing between two is marked.
  public static void assertHonest(Rig rig) {
    List<Polling.Row> rows = rig.polling().rows();
    for (int i = 0; i < rows.size(); i++) {
      Polling.Row row = rows.get(i);
      long cycleNumber = rig.cycleNumber(row);
      long age = Math.floorMod(rig.signal().numberAt(row.readNs()) - cycleNumber, CountingSignal.CYCLE);
      demand(rig, i, cycleNumber >= 0 && cycleNumber < CountingSignal.CYCLE, "no such count", row.count(0));
      demand(rig, i, age < OLDEST, "old by samples", age);
      if (i == 0) {
        continue;
      }
      Polling.Row before = rows.get(i - 1);
      demand(rig, i, row.timeNs() > before.timeNs(), "time runs backwards by ns", before.timeNs() - row.timeNs());
      long step = row.sequence() - before.sequence();
      demand(rig, i, step > 0, "number runs backwards", step);
      if (!row.has(RawBatch.RESTARTED)) {
        long trueStep = Math.floorMod(cycleNumber - rig.cycleNumber(before), CountingSignal.CYCLE);
        demand(rig, i, trueStep == step, "its number steps by " + step + ", truly by", trueStep);
        demand(rig, i, step > 1 == row.has(RawBatch.GAP_BEFORE), "a gap is marked wrongly with step", step);
      }
    }
  }

  private static void demand(Rig rig, int row, boolean holds, String what, long number) {
    if (!holds) {
      List<Polling.Row> rows = rig.polling().rows();
      fail(rig.kind() + ", row " + row + " of " + rows.size() + " at " + (rows.get(row).readNs() - Bench.START_NS) / 1e9
          + " s: " + what + " " + number);
    }
  }

  /// Times are those of the chip's clock.
  public static double worstTimeNs(Rig rig) {
    double worstNs = 0;
    for (Polling.Row row : rig.polling().rows()) {
      if (!row.has(RawBatch.TIME_COARSE)) {
        long age = Math.floorMod(rig.signal().numberAt(row.readNs()) - rig.cycleNumber(row), CountingSignal.CYCLE);
        long trueNs = rig.signal().timeNs(rig.signal().numberAt(row.readNs()) - age);
        worstNs = Math.max(worstNs, (double) Math.abs(row.timeNs() - trueNs));
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
