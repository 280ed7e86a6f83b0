package io.plumbline.blackbox;

import io.plumbline.core.raw.RawBatch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a recording as a stream: everything up to damage and after it, nothing of a block whose CRC is wrong, each row at most once and in
/// order. Content never makes it throw, and its memory does not depend on the file. Not thread-safe.
///
/// A file that is still being written is read up to its last whole block; a later [#next] goes on from there.
public final class BlackBoxReader implements Closeable {
  private final FileChannel channel;
  private final Consumer<BlackBoxEvent> events;
  private final BlockScanner scanner;
  private final SampleDecoder decoder = new SampleDecoder();
  private final DamageLog damages = new DamageLog();
  private final @Nullable FileHeader header;
  private final BlockOrder order;
  private final boolean newerOnly;
  private long blocks;
  private long rows;
  private long droppedRows;
  private boolean ended;
  private boolean atEnd;

  private BlackBoxReader(FileChannel channel, Consumer<BlackBoxEvent> events) throws IOException {
    this.channel = channel;
    this.events = events;
    BlockScanner search = new BlockScanner(channel, 0);
    FileHeader found = null;
    boolean newer = false;
    boolean anyBlock = false;
    int tag = 0;
    while (found == null && search.next()) {
      newer |= search.version() > BlockFormat.VERSION;
      if (!anyBlock && BlockFormat.isKnown(search.version())) {
        anyBlock = true;
        tag = search.tag();
      }
      if (BlockFormat.isKnown(search.version()) && search.kind() == BlockFormat.KIND_HEADER) {
        found = HeaderCodec.decode(search.buffer(), search.payloadFrom(), search.payloadTo());
        tag = search.tag();
      }
    }
    this.header = found;
    this.newerOnly = newer && !anyBlock;
    this.order = new BlockOrder(channel, tag, found == null ? -1 : found.firstBlock());
    search.restart(0);
    this.scanner = search;
  }

  /// Opens a file and looks for its header, if need be to its end.
  ///
  /// @param events told each event between the rows before it and those behind it
  /// @throws IOException where the file cannot be read; never because of what is in it
  public static BlackBoxReader open(Path file, Consumer<BlackBoxEvent> events) throws IOException {
    return open(FileChannel.open(file, StandardOpenOption.READ), events);
  }

  /// The same from a channel, which the reader closes.
  static BlackBoxReader open(FileChannel channel, Consumer<BlackBoxEvent> events) throws IOException {
    try {
      return new BlackBoxReader(channel, events);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// What the recording says about itself; null where no header is left.
  public @Nullable BlackBoxHeader header() {
    return header == null ? null : header.recording();
  }

  /// Number of this file among those of its folder; 0 where no header is left.
  public long fileNumber() {
    return header == null ? 0 : header.fileNumber();
  }

  /// Whether there are blocks, and all of them are of a newer format than this build reads.
  public boolean isNewerFormat() {
    return newerOnly;
  }

  /// Replaces the batch's rows by the next ones, those of one block at most.
  ///
  /// @return false at the end; the batch is empty then
  public boolean next(RawBatch batch) throws IOException {
    batch.clear();
    while (decoder.rowsLeft() == 0) {
      if (!scanner.next()) {
        atEnd = true;
        return false;
      }
      atEnd = false;
      block();
    }
    decoder.fill(batch);
    return true;
  }

  /// Where the reader is in the file.
  public long positionBytes() {
    return scanner.blockTo();
  }

  private void block() throws IOException {
    boolean gap = scanner.skippedFrom() < scanner.blockFrom();
    if (!BlockFormat.isKnown(scanner.version()) || !order.isOurs(scanner)) {
      skipped(gap);
      place(BlockFormat.isKnown(scanner.version()) ? Damage.Kind.FOREIGN : Damage.Kind.NEWER);
      return;
    }
    long firstLost = order.expected();
    long lost = order.take(scanner);
    if (lost < 0) {
      skipped(gap);
      place(Damage.Kind.MISPLACED);
      return;
    }
    if (gap || lost > 0) {
      long from = gap ? scanner.skippedFrom() : scanner.blockFrom();
      damages.add(new Damage(Damage.Kind.UNREADABLE, from, scanner.blockFrom(), lost > 0 ? firstLost : 0, lost));
    }
    if (content()) {
      blocks++;
    } else {
      place(Damage.Kind.MALFORMED);
    }
  }

  private void skipped(boolean gap) {
    if (gap) {
      damages.add(new Damage(Damage.Kind.UNREADABLE, scanner.skippedFrom(), scanner.blockFrom(), 0, 0));
    }
  }

  private void place(Damage.Kind kind) {
    damages.add(new Damage(kind, scanner.blockFrom(), scanner.blockTo(), 0, 0));
  }

  /// Takes the block's content, unless it is not right.
  private boolean content() {
    switch (scanner.kind()) {
      case BlockFormat.KIND_HEADER -> {
        return HeaderCodec.decode(scanner.buffer(), scanner.payloadFrom(), scanner.payloadTo()) != null;
      }
      case BlockFormat.KIND_SAMPLES -> {
        if (!decoder.start(scanner.buffer(), scanner.payloadFrom(), scanner.payloadTo())) {
          return false;
        }
        rows += decoder.rowsLeft();
        droppedRows += decoder.dropped();
        return true;
      }
      case BlockFormat.KIND_EVENT, BlockFormat.KIND_CHANGE -> {
        return event();
      }
      case BlockFormat.KIND_END -> {
        ended = true;
        return true;
      }
      default -> {
        // A later build may add kinds; they do not concern this one.
        return true;
      }
    }
  }

  private boolean event() {
    FieldInput in = new FieldInput(scanner.buffer(), scanner.payloadFrom(), scanner.payloadTo());
    BlackBoxEvent event;
    try {
      event = new BlackBoxEvent(in.int64(), in.text(), in.text());
    } catch (FieldInput.MalformedException e) {
      return false;
    }
    events.accept(event);
    return true;
  }

  /// What was found so far; complete when [#next] has returned false.
  public BlackBoxReport report() throws IOException {
    long bytes = channel.size();
    long count = damages.count();
    List<Damage> kept = new ArrayList<>(damages.kept());
    if (atEnd && scanner.blockTo() < bytes) {
      Damage.Kind kind = scanner.hasIncompleteTail() ? Damage.Kind.INCOMPLETE : Damage.Kind.UNREADABLE;
      kept.add(new Damage(kind, scanner.blockTo(), bytes, 0, 0));
      count++;
    }
    return new BlackBoxReport(blocks, rows, bytes, ended, damages.lostBlocks(), droppedRows, kept, count);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
