package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// Decides which blocks of a file are in their place.
final class BlockOrder {
  /// How far is looked ahead to tell a misplaced block from one behind lost ones.
  static final long WINDOW_BYTES = 1 << 20;
  private static final long UNKNOWN = -1;

  private final FileChannel channel;
  private @Nullable BlockScanner scanner;
  private final int tag;
  private long expected;

  /// @param tag        of the file's blocks
  /// @param firstBlock of the file; negative where not known
  BlockOrder(FileChannel channel, int tag, long firstBlock) {
    this.channel = channel;
    this.tag = tag;
    this.expected = firstBlock;
  }

  /// Whether the block is of this file.
  boolean isOurs(BlockScanner block) {
    return block.tag() == tag;
  }

  /// The number that the next block should have.
  long expected() {
    return expected;
  }

  /// Takes a block, and tells how many before it are lost; −1 where it is in the wrong place.
  long take(BlockScanner block) throws IOException {
    long sequence = block.sequence();
    if (expected < 0) {
      expected = sequence;
    }
    if (sequence < expected || sequence == Long.MAX_VALUE
        || (sequence > expected && isAhead(sequence, block.blockTo()))) {
      return UNKNOWN;
    }
    long lost = sequence - expected;
    expected = sequence + 1;
    return lost;
  }

  /// Whether more blocks of what follows can be read in order where this one is left out: a copy from further on was put here then.
  private boolean isAhead(long sequence, long from) throws IOException {
    BlockScanner ahead = scanner == null ? new BlockScanner(channel, from) : scanner;
    scanner = ahead;
    ahead.restart(from);
    long lastWith = sequence;
    long with = 1;
    long lastWithout = UNKNOWN;
    long without = 0;
    while (ahead.next() && ahead.blockFrom() - from < WINDOW_BYTES) {
      long next = ahead.sequence();
      if (ahead.tag() != tag || next < expected) {
        continue;
      }
      if (next > lastWith) {
        lastWith = next;
        with++;
      }
      if (lastWithout == UNKNOWN ? next < sequence : next > lastWithout) {
        lastWithout = next;
        without++;
      }
    }
    return without > with;
  }
}
