package io.plumbline.daemon.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one flat table as an Apache Parquet file, format version 1: optional columns, plain values, nothing compressed. Rows are held until a group of them is whole.
/// Written here because every library that writes the format brings tens of megabytes; what it needs is small. Not thread-safe.
///
/// Source: the specification of the Apache Parquet project, `README.md`, `Encodings.md` and `parquet.thrift`.
final class Parquet {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS_OF_GROUP = 4096;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int OPTIONAL = 1;

  private final OutputStream out;
  private final List<Column> columns;
  private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private long written;
  private long total;

  Parquet(OutputStream out, List<Column> columns) throws IOException {
    this.out = out;
    this.columns = columns;
    write(MAGIC);
  }

  /// @param values as [Column#value] gives them
  void row(List<? extends @Nullable Object> values) throws IOException {
    rows.add(values);
    if (rows.size() == ROWS_OF_GROUP) {
      flush();
    }
  }

  /// Writes what is held and the table of contents. Nothing may be added afterwards.
  void finish() throws IOException {
    flush();
    byte[] footer = footer();
    write(footer);
    write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
    write(MAGIC);
  }

  /// One column of a group of rows.
  private record Chunk(long offset, long bytes) {}

  /// A group of rows.
  private record Group(long rows, List<Chunk> chunks) {}

  private void flush() throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      long offset = written;
      byte[] page = page(i);
      Thrift header = new Thrift();
      header.i32(1, 0).i32(2, page.length).i32(3, page.length);
      header.struct(5).i32(1, rows.size()).i32(2, PLAIN).i32(3, RLE).i32(4, RLE).end();
      write(header.stop());
      write(page);
      chunks.add(new Chunk(offset, written - offset));
    }
    groups.add(new Group(rows.size(), chunks));
    total += rows.size();
    rows.clear();
  }

  private byte[] page(int column) {
    Bytes levels = new Bytes();
    Bytes values = new Bytes();
    Bits booleans = new Bits();
    int run = 0;
    boolean there = false;
    for (List<? extends @Nullable Object> row : rows) {
      Object value = row.get(column);
      if (run > 0 && there != (value != null)) {
        level(levels, run, there);
        run = 0;
      }
      there = value != null;
      run++;
      if (value instanceof Boolean bit) {
        booleans.add(bit);
      } else if (value != null) {
        plain(values, columns.get(column).kind(), value);
      }
    }
    level(levels, run, there);
    byte[] encoded = levels.toByteArray();
    return new Bytes().int32(encoded.length).put(encoded).put(values.toByteArray()).put(booleans.toByteArray())
        .toByteArray();
  }

  /// A run of the RLE/bit-packing hybrid: twice its length, then whether there is a value.
  private static void level(Bytes levels, int run, boolean there) {
    levels.varint((long) run << 1).put(new byte[]{(byte) (there ? 1 : 0)});
  }

  private static void plain(Bytes values, Column.Kind kind, Object value) {
    switch (kind) {
      case BOOLEAN -> throw new IllegalArgumentException("a boolean is expected, not " + value);
      case INTEGER -> values.int64((Long) value);
      case NUMBER -> values.int64(Double.doubleToRawLongBits((Double) value));
      case INSTANT -> values.int64(Instant.parse((String) value).toEpochMilli());
      case TEXT, LIST -> {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        values.int32(text.length).put(text);
      }
    }
  }

  /// `FileMetaData` of `parquet.thrift`.
  private byte[] footer() {
    Thrift footer = new Thrift();
    footer.i32(1, 1).list(2, columns.size() + 1);
    footer.element().text(4, "table").i32(5, columns.size()).end();
    for (Column column : columns) {
      footer.element().i32(1, type(column)).i32(3, OPTIONAL).text(4, column.name());
      if (column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.LIST) {
        // UTF8; readers before logical types know only this.
        footer.i32(6, 0);
        footer.struct(10).struct(1).end().end();
      } else if (column.kind() == Column.Kind.INSTANT) {
        // TIMESTAMP_MILLIS, in UTC.
        footer.i32(6, 9);
        footer.struct(10).struct(8).bool(1, true).struct(2).struct(1).end().end().end().end();
      }
      footer.end();
    }
    footer.i64(3, total).list(4, groups.size());
    for (Group group : groups) {
      footer.element().list(1, columns.size());
      for (int i = 0; i < columns.size(); i++) {
        chunk(footer, columns.get(i), group, group.chunks().get(i));
      }
      footer.i64(2, group.chunks().stream().mapToLong(Chunk::bytes).sum()).i64(3, group.rows()).end();
    }
    return footer.text(6, "plumbline").stop();
  }

  private static void chunk(Thrift footer, Column column, Group group, Chunk chunk) {
    footer.element().i64(2, chunk.offset()).struct(3);
    footer.i32(1, type(column)).integers(2, PLAIN, RLE).texts(3, column.name()).i32(4, 0).i64(5, group.rows())
        .i64(6, chunk.bytes()).i64(7, chunk.bytes()).i64(9, chunk.offset()).end();
    footer.end();
  }

  /// `Type` of `parquet.thrift`.
  private static int type(Column column) {
    return switch (column.kind()) {
      case BOOLEAN -> 0;
      case INTEGER, INSTANT -> 2;
      case NUMBER -> 5;
      case TEXT, LIST -> 6;
    };
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }
}
