package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Real files on a disk that takes only so many bytes, whose forces may fail, and which cannot read some pages.
final class LimitedDisk implements ChannelOpener {
  private long free;
  private boolean forceFails;
  private int forces;
  private long badFrom = -1;
  private long badTo = -1;

  LimitedDisk(long free) {
    this.free = free;
  }

  void free(long bytes) {
    free = bytes;
  }

  void failForce(boolean fails) {
    forceFails = fails;
  }

  int forces() {
    return forces;
  }

  /// Bytes that cannot be read from now on.
  void spoil(long from, long to) {
    badFrom = from;
    badTo = to;
  }

  /// A file of this disk, for reading.
  FileChannel read(Path file) throws IOException {
    return new Limited(FileChannel.open(file));
  }

  @Override
  public FileChannel create(Path file) throws IOException {
    return new Limited(FILES.create(file));
  }

  /// Takes what there is room for, and refuses the rest, as the kernel does.
  private final class Limited extends FileChannel {
    private final FileChannel real;

    Limited(FileChannel real) {
      this.real = real;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      if (free <= 0) {
        throw new IOException("No space left on device");
      }
      int limit = source.limit();
      source.limit((int) Math.min(limit, source.position() + free));
      try {
        int written = real.write(source);
        free -= written;
        return written;
      } finally {
        source.limit(limit);
      }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      free += real.size() - size;
      real.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (forceFails) {
        throw new IOException("Input/output error");
      }
      forces++;
      real.force(metaData);
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public long position() throws IOException {
      return real.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
      real.position(newPosition);
      return this;
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }

    @Override
    public int read(ByteBuffer target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      if (position < badTo && position + target.remaining() > badFrom) {
        throw new IOException("Input/output error");
      }
      return real.read(target, position);
    }

    @Override
    public int write(ByteBuffer source, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }
  }
}
