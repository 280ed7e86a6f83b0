package io.plumbline.bar.journal;

import io.plumbline.blackbox.ChannelOpener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file of a journal. It is only ever appended to; a record that was cut off by a power cut stays where it is and is passed over.
final class JournalFile {
  static final String SUFFIX = ".journal";
  /// As `seek` in a file of records: positions stay within an int.
  static final long MOST_BYTES = 1L << 30;

  private final Path path;
  private final String barId;
  private final String journalId;
  private @Nullable FileChannel channel;
  private long size;

  private JournalFile(Path path, String barId, String journalId, @Nullable FileChannel channel, long size) {
    this.path = path;
    this.barId = barId;
    this.journalId = journalId;
    this.channel = channel;
    this.size = size;
  }

  /// What is in a file.
  ///
  /// @param storedUpTo   what the daemon had stored as far as the file knows
  /// @param damagedBytes that are no record
  record Contents(JournalFile file, List<Entry> entries, long storedUpTo, long damagedBytes) {
    Contents {
      entries = List.copyOf(entries);
    }
  }

  /// Makes a file with its header, which is not forced to the disk yet.
  static JournalFile create(Path path, String barId, String journalId, ChannelOpener opener) throws IOException {
    JournalFile file = new JournalFile(path, barId, journalId, opener.create(path), 0);
    try {
      file.append(Kind.HEADER, 0, (barId + "\n" + journalId).getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /// Reads a file.
  ///
  /// @return null where no header of a journal is in it
  static @Nullable Contents read(Path path) throws IOException {
    ByteBuffer bytes;
    try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ)) {
      if (from.size() > MOST_BYTES) {
        throw new IOException("is larger than any journal: " + from.size() + " bytes");
      }
      bytes = readAt(from, 0, (int) from.size());
    }
    JournalFile file = null;
    List<Entry> entries = new ArrayList<>();
    long storedUpTo = 0;
    long damaged = 0;
    int at = 0;
    while (at < bytes.limit()) {
      if (!Frame.beginsAt(bytes, at)) {
        at++;
        damaged++;
        continue;
      }
      Kind kind = Frame.kind(bytes, at);
      long sequence = Frame.sequence(bytes, at);
      if (kind == Kind.HEADER && file == null) {
        String[] ids = new String(Frame.content(bytes, at), StandardCharsets.UTF_8).split("\n", -1);
        file = ids.length == 2 ? new JournalFile(path, ids[0], ids[1], null, bytes.limit()) : null;
      } else if (kind == Kind.STORED) {
        storedUpTo = Math.max(storedUpTo, sequence);
      } else if (kind.isPublished() && file != null) {
        entries.add(new Entry(file.journalId, kind, sequence, file, at));
      }
      at += Frame.HEAD_BYTES + Frame.length(bytes, at);
    }
    return file == null ? null : new Contents(file, entries, storedUpTo, damaged);
  }

  private static ByteBuffer readAt(FileChannel from, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      int n = from.read(bytes, position + bytes.position());
      if (n < 0) {
        throw new IOException("ends at byte " + (position + bytes.position()) + ", before the record does");
      }
    }
    return bytes.flip();
  }

  /// Appends a record, and returns where it begins. It is on the disk after [#force].
  int append(Kind kind, long sequence, byte[] content) throws IOException {
    FileChannel to = channel;
    if (to == null) {
      to = FileChannel.open(path, StandardOpenOption.WRITE);
      channel = to;
    }
    ByteBuffer frame = Frame.of(kind, sequence, content);
    int begins = (int) size;
    while (frame.hasRemaining()) {
      // Over what an append that failed has left.
      int n = to.write(frame, begins + frame.position());
      if (n == 0) {
        throw new IOException("the disk takes nothing");
      }
    }
    size = begins + (long) frame.limit();
    return begins;
  }

  void force() throws IOException {
    FileChannel to = channel;
    if (to != null) {
      to.force(false);
    }
  }

  /// Content of the record that begins there.
  byte[] content(int at) throws IOException {
    try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer head = readAt(from, at, Frame.HEAD_BYTES);
      int length = Frame.length(head, 0);
      ByteBuffer frame = readAt(from, at, Frame.HEAD_BYTES + Math.clamp(length, 0, Frame.MOST_BYTES));
      if (!Frame.beginsAt(frame, 0)) {
        throw new IOException("the record at byte " + at + " is damaged");
      }
      return Frame.content(frame, 0);
    }
  }

  Path path() {
    return path;
  }

  String barId() {
    return barId;
  }

  String journalId() {
    return journalId;
  }

  long size() {
    return size;
  }

  /// Lets go of the file; what follows opens it again.
  void close() throws IOException {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }
}
