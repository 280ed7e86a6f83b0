package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Puts whole blocks into files: begins them, closes them, forces them to the disk, and pauses after a failure. Writing a block to an open
/// file allocates nothing.
final class BlockSink {
  private final BlackBoxHeader header;
  private final BlackBoxOptions options;
  private final ChannelOpener opener;
  private final RecordingFolder folder;
  private final SinkStatus status;
  private final CRC32C crc = new CRC32C();
  /// The open file's header, encoded once; a copy of it allocates nothing.
  private final ByteBuffer headerBlock;
  private int headerTo;
  private final ByteBuffer endBlock = BlockFormat.buffer(0);

  private @Nullable FileChannel channel;
  private long sequence;
  private long fileNumber;
  private long firstBlock;
  private int tag;
  private int blocksSinceHeader;
  /// End of the last whole block.
  private long goodBytes;
  private long openedNs;
  private boolean forced = true;
  private long forcedNs;
  private boolean paused;
  private long retryNs;

  BlockSink(Path folder, BlackBoxHeader header, BlackBoxOptions options, ChannelOpener opener, SinkStatus status) {
    this.header = header;
    this.options = options;
    this.opener = opener;
    this.folder = new RecordingFolder(folder, header.journalId());
    this.status = status;
    int bytes = HeaderCodec.encode(new FileHeader(header, Long.MAX_VALUE, Long.MAX_VALUE)).length;
    if (bytes > BlockFormat.MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("configuration, calibration and metadata take " + bytes
          + " bytes, but a header holds " + BlockFormat.MAX_PAYLOAD_BYTES + "; shorten them");
    }
    this.headerBlock = BlockFormat.buffer(bytes);
  }

  /// Writes a block.
  ///
  /// @param block with its payload from [BlockFormat#HEAD_BYTES] to `payloadEnd`
  /// @return false where it could not be written now; to be tried again with the same block
  boolean write(ByteBuffer block, int payloadEnd, int kind, long nowNs) {
    if (paused && nowNs - retryNs < 0) {
      return false;
    }
    try {
      put(fileFor(payloadEnd + BlockFormat.CRC_BYTES, nowNs), block, payloadEnd, kind);
    } catch (IOException e) {
      pause(e, nowNs);
      cutBack();
      return false;
    }
    if (paused) {
      paused = false;
      status.resumed();
    }
    work(nowNs);
    return true;
  }

  /// Forces what is written where that is due.
  void work(long nowNs) {
    FileChannel file = channel;
    if (file == null || forced || nowNs - forcedNs < options.forcePeriodNs()) {
      return;
    }
    try {
      file.force(false);
      forced = true;
      forcedNs = nowNs;
    } catch (IOException e) {
      // Nobody knows what is on the disk after a failed force: what follows goes into a new file.
      pause(e, nowNs);
      channel = null;
      closeQuietly(file);
    }
  }

  private FileChannel fileFor(int bytes, long nowNs) throws IOException {
    FileChannel file = channel;
    if (file != null && firstBlock + 1 < sequence
        && (goodBytes + bytes > options.maxFileBytes() || nowNs - openedNs >= options.maxFileAgeNs())) {
      end(file);
      file = null;
    }
    if (file == null) {
      return open(nowNs);
    }
    if (blocksSinceHeader >= options.blocksPerHeader()) {
      putHeader(file);
    }
    return file;
  }

  private FileChannel open(long nowNs) throws IOException {
    fileNumber = Math.max(fileNumber + 1, folder.nextNumber());
    status.deleted(folder.prune(options.maxTotalBytes() - options.maxFileBytes()));
    Path path = folder.file(fileNumber);
    FileChannel file = opener.create(path);
    goodBytes = 0;
    firstBlock = sequence;
    tag = BlockFormat.tag(header.journalId(), fileNumber);
    byte[] payload = HeaderCodec.encode(new FileHeader(header, fileNumber, firstBlock));
    headerBlock.clear().position(BlockFormat.HEAD_BYTES).put(payload);
    headerTo = headerBlock.position();
    try {
      putHeader(file);
      file.force(true);
      folder.force();
    } catch (IOException e) {
      sequence = firstBlock;
      closeQuietly(file);
      Files.deleteIfExists(path);
      throw e;
    }
    channel = file;
    openedNs = nowNs;
    forcedNs = nowNs;
    forced = true;
    status.opened(path);
    return file;
  }

  private void putHeader(FileChannel file) throws IOException {
    put(file, headerBlock, headerTo, BlockFormat.KIND_HEADER);
    blocksSinceHeader = 0;
  }

  private void put(FileChannel file, ByteBuffer block, int payloadEnd, int kind) throws IOException {
    block.limit(block.capacity()).position(payloadEnd);
    BlockFormat.seal(block, kind, sequence, tag, crc);
    int bytes = block.remaining();
    while (block.hasRemaining()) {
      if (file.write(block) <= 0) {
        throw new IOException("the disk takes no more");
      }
    }
    sequence++;
    blocksSinceHeader++;
    goodBytes += bytes;
    forced = false;
    status.wrote(bytes);
  }

  /// Ends the file, whatever comes of it.
  private void end(FileChannel file) throws IOException {
    channel = null;
    try {
      put(file, endBlock, BlockFormat.HEAD_BYTES, BlockFormat.KIND_END);
      file.force(true);
    } catch (IOException e) {
      cut(file);
      throw e;
    } finally {
      closeQuietly(file);
    }
  }

  private void pause(IOException cause, long nowNs) {
    status.failed(cause);
    paused = true;
    retryNs = nowNs + options.retryPeriodNs();
  }

  /// Cuts off the part of a block that still fitted. A file that cannot be cut is given up.
  private void cutBack() {
    FileChannel file = channel;
    if (file != null && !cut(file)) {
      channel = null;
      closeQuietly(file);
    }
  }

  private boolean cut(FileChannel file) {
    try {
      file.truncate(goodBytes).position(goodBytes);
      return true;
    } catch (IOException e) {
      // The part stays, and the reader finds its way past it.
      return false;
    }
  }

  private static void closeQuietly(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      // What was written was forced before, or the file is given up and its failure told.
    }
  }

  /// Ends the file, where there is one.
  ///
  /// @param whole whether everything is in it; else it ends without saying so
  void close(long nowNs, boolean whole) {
    FileChannel file = channel;
    if (file != null) {
      try {
        if (whole) {
          end(file);
        } else {
          channel = null;
          try (file) {
            file.force(true);
          }
        }
      } catch (IOException e) {
        pause(e, nowNs);
      }
    }
  }
}
