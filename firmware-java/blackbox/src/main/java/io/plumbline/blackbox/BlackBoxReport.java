package io.plumbline.blackbox;

import java.util.List;

/// What a reader has found so far.
///
/// @param blocks       good blocks
/// @param rows         rows in good sample blocks
/// @param bytes        size of the file
/// @param isEnded      whether the end block was read; where not, the file is still being written, the power was cut, or the end is lost
/// @param lostBlocks   blocks that are known to be lost
/// @param droppedRows  rows that the recorder itself had to drop, as it says
/// @param damages      the first places that are damaged, in the order of the file
/// @param damageCount  how many there are
public record BlackBoxReport(long blocks, long rows, long bytes, boolean isEnded, long lostBlocks, long droppedRows,
    List<Damage> damages, long damageCount) {
  public BlackBoxReport {
    damages = List.copyOf(damages);
  }

  /// Whether every byte is as it was written, up to the end block.
  public boolean isWhole() {
    return isEnded && damageCount == 0;
  }
}
