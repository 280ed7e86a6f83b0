package io.plumbline.bar.link;

import io.plumbline.bar.journal.Entry;
import io.plumbline.bar.journal.Kind;
import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import org.jspecify.annotations.Nullable;

/// A payload on its way. Compared by identity: two equal payloads are two messages.
final class Message {
  private final Topics.Channel channel;
  private final byte[] bytes;
  private final long madeNs;
  private final @Nullable Entry entry;

  /// @param madeNs when it was made, `System.nanoTime`
  Message(Topics.Channel channel, byte[] bytes, long madeNs) {
    this.channel = channel;
    this.bytes = bytes;
    this.madeNs = madeNs;
    this.entry = null;
  }

  private Message(Entry entry, long nowNs) {
    this.channel = channelOf(entry.kind());
    this.bytes = entry.content();
    this.madeNs = nowNs;
    this.entry = entry;
  }

  /// What a journal keeps.
  static Message of(Entry entry, long nowNs) {
    return new Message(entry, nowNs);
  }

  private static Channel channelOf(Kind kind) {
    return switch (kind) {
      case REP -> Channel.REP;
      case SET -> Channel.SET;
      case TRACE -> Channel.TRACE;
      case HEADER, STORED -> throw new IllegalArgumentException(kind + " is not published");
    };
  }

  /// Where a journal keeps it, null where none does.
  @Nullable
  Entry entry() {
    return entry;
  }

  Topics.Channel channel() {
    return channel;
  }

  byte[] bytes() {
    return bytes;
  }

  long madeNs() {
    return madeNs;
  }
}
