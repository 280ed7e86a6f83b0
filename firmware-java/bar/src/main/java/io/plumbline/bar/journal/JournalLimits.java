package io.plumbline.bar.journal;

import java.time.Duration;

/// How much a journal may take.
///
/// @param fileBytes   a new file begins beyond
/// @param settledBytes of all files: beyond, settled journals go, the oldest first; all are read when a run begins
/// @param folderBytes of all files: beyond, a person is told, and curves are not kept any more
/// @param mostBytes   of all files: beyond, the oldest journal goes, settled or not
/// @param memoryBytes of records that a failing disk does not take
/// @param retry       after a failure of the disk
public record JournalLimits(long fileBytes, long settledBytes, long folderBytes, long mostBytes, long memoryBytes,
    Duration retry) {
  private static final long MIB = 1 << 20;
  /// Some 20 000 reps with their curves.
  public static final JournalLimits DEFAULT = new JournalLimits(16 * MIB, 32 * MIB, 512 * MIB, 1024 * MIB, 8 * MIB,
      Duration.ofSeconds(5));

  public JournalLimits {
    if (fileBytes < 1 || fileBytes > JournalFile.MOST_BYTES / 2 || settledBytes < 0
        || folderBytes < Math.max(fileBytes, settledBytes) || mostBytes < folderBytes) {
      throw new IllegalArgumentException("the limits must grow from a file (at most " + JournalFile.MOST_BYTES / 2
          + " bytes) and what is settled to the folder to the most, but are " + fileBytes + ", " + settledBytes + ", "
          + folderBytes + ", " + mostBytes);
    }
  }
}
