package io.plumbline.blackbox;

/// Limits of a recording.
///
/// @param blockBytes         longest payload of a sample block, 256 to 262 144
/// @param blockSpanNs        longest time that a block may span: what a power cut may cost
/// @param forcePeriodNs      at most so often the file is forced to the disk, at the end of a block; 0 forces each block
/// @param retryPeriodNs      after a failure the next attempt follows so much later
/// @param maxFileBytes       a file does not become larger than this, one block apart
/// @param maxFileAgeNs       nor older
/// @param maxTotalBytes      nor all files of the folder together; the oldest are deleted
/// @param blocksPerHeader    the header is repeated after so many blocks
public record BlackBoxOptions(int blockBytes, long blockSpanNs, long forcePeriodNs, long retryPeriodNs,
    long maxFileBytes, long maxFileAgeNs, long maxTotalBytes, int blocksPerHeader) {
  /// Blocks of 16 KiB or 0.5 s, forced each second; files of 64 MiB or an hour, 2 GiB in all.
  public static final BlackBoxOptions DEFAULT = new BlackBoxOptions(16 * 1024, 500_000_000L, 1_000_000_000L,
      1_000_000_000L, 64L << 20, 3_600_000_000_000L, 2L << 30, 16);

  private static final int MIN_BLOCK_BYTES = 256;

  public BlackBoxOptions {
    require(blockBytes >= MIN_BLOCK_BYTES && blockBytes <= BlockFormat.MAX_PAYLOAD_BYTES, "blockBytes", blockBytes,
        "must be from " + MIN_BLOCK_BYTES + " to " + BlockFormat.MAX_PAYLOAD_BYTES);
    require(blockSpanNs > 0, "blockSpanNs", blockSpanNs, "must be above 0");
    require(forcePeriodNs >= 0, "forcePeriodNs", forcePeriodNs, "must not be below 0");
    require(retryPeriodNs >= 0, "retryPeriodNs", retryPeriodNs, "must not be below 0");
    require(maxFileBytes > 0, "maxFileBytes", maxFileBytes, "must be above 0");
    require(maxFileAgeNs > 0, "maxFileAgeNs", maxFileAgeNs, "must be above 0");
    require(maxTotalBytes >= maxFileBytes, "maxTotalBytes", maxTotalBytes,
        "must hold at least one file of maxFileBytes");
    require(blocksPerHeader > 0, "blocksPerHeader", blocksPerHeader, "must be above 0");
  }

  private static void require(boolean good, String name, long value, String rule) {
    if (!good) {
      throw new IllegalArgumentException(name + " " + rule + ", but is " + value);
    }
  }
}
