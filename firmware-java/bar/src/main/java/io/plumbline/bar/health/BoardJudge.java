package io.plumbline.bar.health;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with the computer and with what it keeps: supply, heat, battery, disk, journal, black box.
final class BoardJudge {
  private static final long S = 1_000_000_000L;
  /// A flag of the firmware (raspberrypi.com, documentation of vcgencmd get_throttled).
  private static final int UNDER_VOLTAGE = 1;
  /// A Pi slows down between 80 and 85 °C (raspberrypi.com, documentation of frequency management).
  private static final double HOT_C = 80;
  private static final double COOL_C = 75;
  private static final double EMPTY_PERCENT = 10;
  private static final double CHARGED_PERCENT = 15;
  /// Room for some months of summaries.
  private static final double FULL_BYTES = 200e6;
  private static final double ROOM_BYTES = 300e6;
  /// A card that failed once is watched for so long.
  private static final long RECORD_NS = 30 * S;

  // A dip while something is switched on is over at once, and comes again with the next load.
  private final Latch voltage = new Latch(2 * S, 30 * S);
  private final Latch heat = new Latch(5 * S, 30 * S);
  private final Latch battery = new Latch(5 * S, 5 * S);
  private final Latch disk = new Latch(0, 5 * S);
  private long recordFailures;
  private long recordFailedNs;

  List<Problem> look(Signs signs, long nowNs) {
    List<Problem> problems = new ArrayList<>();
    storage(signs.storage(), nowNs, problems);
    Signs.Board board = signs.board();
    double freeBytes = board.diskFreeBytes() < 0 ? Double.NaN : board.diskFreeBytes();
    if (disk.look(freeBytes, FULL_BYTES, ROOM_BYTES, nowNs)) {
      problems.add(new Problem("disk", false, "the disk of " + board.disk() + " is nearly full",
          "delete old recordings, or lower [recording] total_mib"));
    }
    if (voltage.look(board.throttled() > 0 && (board.throttled() & UNDER_VOLTAGE) != 0, nowNs)) {
      problems.add(new Problem("voltage", false, "the computer's supply voltage is too low",
          "charge the battery, or use a stronger supply and a shorter, thicker cable"));
    }
    if (heat.look(board.temperatureC(), HOT_C, COOL_C, nowNs)) {
      problems.add(new Problem("heat", false, "the computer is too hot and slows itself down",
          "take it out of the sun and let it cool down"));
    }
    if (battery.look(board.charging() ? Double.NaN : board.batteryPercent(), EMPTY_PERCENT, CHARGED_PERCENT, nowNs)) {
      problems.add(new Problem("battery", false, "the battery is nearly empty", "charge it"));
    }
    return problems;
  }

  private void storage(Signs.Storage storage, long nowNs, List<Problem> problems) {
    if (!storage.journalComplaint().isEmpty()) {
      problems.add(new Problem("journal", false, "journal: " + storage.journalComplaint(),
          "leave the bar on until the daemon has stored what waits"));
    }
    if (storage.recordFailures() > recordFailures) {
      recordFailures = storage.recordFailures();
      recordFailedNs = nowNs;
    }
    if (recordFailures > 0 && nowNs - recordFailedNs < RECORD_NS) {
      problems.add(new Problem("black box", false,
          "black box: " + storage.recordFailure() + "; measuring goes on, recording is tried again",
          "is the disk full, or the card worn out?"));
    }
  }
}
