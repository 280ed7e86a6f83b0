package io.plumbline.blackbox;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The payload of a header block: fields of a number, a length and content. Fields with other numbers are skipped, so that later builds
/// may add some.
final class HeaderCodec {
  private static final int BAR_ID = 1;
  private static final int JOURNAL_ID = 2;
  private static final int SOFTWARE_VERSION = 3;
  private static final int GIT_COMMIT = 4;
  private static final int FILE_NUMBER = 5;
  private static final int FIRST_BLOCK = 6;
  private static final int START_MONOTONIC_NS = 7;
  private static final int START_WALL_MS = 8;
  private static final int WALL_SYNCHRONISED = 9;
  private static final int CONFIGURATION = 10;
  private static final int CALIBRATION = 11;
  private static final int CALIBRATION_ID = 12;
  private static final int METADATA = 13;
  private static final int STREAM = 14;

  private HeaderCodec() {}

  static byte[] encode(FileHeader header) {
    BlackBoxHeader recording = header.recording();
    FieldOutput out = new FieldOutput();
    out.textField(BAR_ID, recording.barId());
    out.textField(JOURNAL_ID, recording.journalId());
    out.textField(SOFTWARE_VERSION, recording.softwareVersion());
    out.textField(GIT_COMMIT, recording.gitCommit());
    out.longField(FILE_NUMBER, header.fileNumber());
    out.longField(FIRST_BLOCK, header.firstBlock());
    out.longField(START_MONOTONIC_NS, recording.start().monotonicNs());
    out.longField(START_WALL_MS, recording.start().wallMs());
    out.longField(WALL_SYNCHRONISED, recording.start().isSynchronised() ? 1 : 0);
    recording.streams().forEach(stream -> out.field(STREAM, encode(stream)));
    recording.metadata().forEach((key, value) -> {
      FieldOutput entry = new FieldOutput();
      entry.text(key);
      entry.text(value);
      out.field(METADATA, entry);
    });
    recording.calibrationIds().forEach(id -> out.textField(CALIBRATION_ID, id));
    out.textField(CALIBRATION, recording.calibration());
    out.textField(CONFIGURATION, recording.configuration());
    return out.bytes();
  }

  private static FieldOutput encode(RawStream stream) {
    FieldOutput out = new FieldOutput();
    out.varint(stream.number());
    out.text(stream.name());
    out.text(stream.kind().name());
    out.text(stream.chip());
    out.number(stream.nominalRateHz());
    out.varint(stream.channels().size());
    for (RawChannel channel : stream.channels()) {
      out.text(channel.name());
      out.text(channel.unit());
      out.number(channel.siPerCount());
      out.number(channel.siAtZero());
      out.int32(channel.lowest());
      out.int32(channel.highest());
    }
    return out;
  }

  /// The header in `[from, to)`, or null where this is none.
  static @Nullable FileHeader decode(ByteBuffer block, int from, int to) {
    try {
      return decode(new FieldInput(block, from, to));
    } catch (FieldInput.MalformedException | IllegalArgumentException e) {
      // Also what the records refuse, such as a stream without channels.
      return null;
    }
  }

  private static FileHeader decode(FieldInput in) throws FieldInput.MalformedException {
    Map<Integer, String> texts = new LinkedHashMap<>();
    Map<Integer, Long> numbers = new LinkedHashMap<>();
    List<RawStream> streams = new ArrayList<>();
    List<String> calibrationIds = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    while (!in.isAtEnd()) {
      int field = (int) Math.min(in.varint() & Long.MAX_VALUE, Integer.MAX_VALUE);
      FieldInput content = in.part();
      switch (field) {
        case BAR_ID, JOURNAL_ID, SOFTWARE_VERSION, GIT_COMMIT, CONFIGURATION, CALIBRATION ->
          texts.put(field, content.rest());
        case FILE_NUMBER, FIRST_BLOCK, START_MONOTONIC_NS, START_WALL_MS, WALL_SYNCHRONISED ->
          numbers.put(field, content.int64());
        case CALIBRATION_ID -> calibrationIds.add(content.rest());
        case METADATA -> metadata.put(content.text(), content.text());
        case STREAM -> {
          RawStream stream = stream(content);
          if (stream != null) {
            streams.add(stream);
          }
        }
        default -> {
          // Of a later build.
        }
      }
    }
    if (!texts.containsKey(JOURNAL_ID) || !numbers.containsKey(FILE_NUMBER) || !numbers.containsKey(FIRST_BLOCK)) {
      throw new FieldInput.MalformedException();
    }
    BlackBoxHeader.Start start = new BlackBoxHeader.Start(numbers.getOrDefault(START_MONOTONIC_NS, 0L),
        numbers.getOrDefault(START_WALL_MS, 0L), numbers.getOrDefault(WALL_SYNCHRONISED, 0L) != 0);
    BlackBoxHeader recording = new BlackBoxHeader(texts.getOrDefault(BAR_ID, ""), texts.getOrDefault(JOURNAL_ID, ""),
        texts.getOrDefault(SOFTWARE_VERSION, ""), texts.getOrDefault(GIT_COMMIT, ""), start, streams, metadata,
        texts.getOrDefault(CONFIGURATION, ""), calibrationIds, texts.getOrDefault(CALIBRATION, ""));
    return new FileHeader(recording, numbers.getOrDefault(FILE_NUMBER, 0L), numbers.getOrDefault(FIRST_BLOCK, 0L));
  }

  /// The stream, or null where it is of a kind that only a later build knows.
  private static @Nullable RawStream stream(FieldInput in) throws FieldInput.MalformedException {
    long number = in.varint();
    if (number < 0 || number >= BlockFormat.MAX_STREAMS) {
      throw new FieldInput.MalformedException();
    }
    String name = in.text();
    RawStream.Kind kind = kind(in.text());
    if (kind == null) {
      return null;
    }
    String chip = in.text();
    double nominalRateHz = in.number();
    long count = in.varint();
    if (count < 0 || count > RawBatch.WIDTH) {
      throw new FieldInput.MalformedException();
    }
    List<RawChannel> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      channels.add(new RawChannel(in.text(), in.text(), in.number(), in.number(), in.int32(), in.int32()));
    }
    return new RawStream((int) number, name, kind, chip, nominalRateHz, channels);
  }

  private static RawStream.@Nullable Kind kind(String name) {
    for (RawStream.Kind kind : RawStream.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }
}
