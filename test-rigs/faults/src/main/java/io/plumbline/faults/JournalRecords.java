package io.plumbline.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Reads a bar's journal by its description (`firmware-java/bar`, `journal.Frame`): the word `PLJ1`, kind (1 byte), 3 bytes, sequence (8), length (4), CRC-32C
/// over kind to length and the content (4), content; all big-endian.
final class JournalRecords {
  static final int HEADER = 1;
  static final int REP = 2;
  static final int SET = 3;
  static final int TRACE = 4;
  static final int STORED = 5;

  private static final int MAGIC = 0x504C4A31;
  private static final int HEAD_BYTES = 24;

  private JournalRecords() {}

  /// A whole record.
  ///
  /// @param text its content
  /// @param from where it begins in the file
  /// @param to   where it ends
  record Entry(int kind, long sequence, String text, int from, int to) {}

  /// A file's records.
  ///
  /// @param barId     empty where no header is whole
  /// @param journalId empty where no header is whole
  record Contents(String barId, String journalId, List<Entry> records) {
    Contents {
      records = List.copyOf(records);
    }
  }

  static Contents read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    List<Entry> records = new ArrayList<>();
    String[] ids = {"", ""};
    int at = 0;
    while (at + HEAD_BYTES <= bytes.limit()) {
      int length = bytes.getInt(at + 16);
      if (bytes.getInt(at) != MAGIC || length < 0 || length > bytes.limit() - at - HEAD_BYTES
          || crc(bytes, at, length) != bytes.getInt(at + 20)) {
        at++;
        continue;
      }
      byte[] content = new byte[length];
      bytes.get(at + HEAD_BYTES, content);
      int end = at + HEAD_BYTES + length;
      Entry entry = new Entry(bytes.get(at + 4), bytes.getLong(at + 8), new String(content, StandardCharsets.UTF_8), at,
          end);
      if (entry.kind == HEADER) {
        ids = entry.text.split("\n", 2);
      }
      records.add(entry);
      at = end;
    }
    return new Contents(ids[0], ids.length > 1 ? ids[1] : "", records);
  }

  private static int crc(ByteBuffer bytes, int at, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(at + 4, 16));
    crc.update(bytes.slice(at + HEAD_BYTES, length));
    return (int) crc.getValue();
  }

  /// Copies a file without the daemon's word, as if nothing of it had ever been stored.
  static void copyUnsettled(Path from, Path to) throws IOException {
    byte[] bytes = Files.readAllBytes(from);
    ByteBuffer kept = ByteBuffer.allocate(bytes.length);
    for (Entry entry : read(from).records) {
      if (entry.kind != STORED) {
        kept.put(bytes, entry.from, entry.to - entry.from);
      }
    }
    kept.flip();
    byte[] written = new byte[kept.remaining()];
    kept.get(written);
    Files.write(to, written);
  }
}
