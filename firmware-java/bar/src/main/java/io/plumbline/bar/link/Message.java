package io.plumbline.bar.link;

import io.plumbline.contract.Topics;

/// A payload on its way. Compared by identity: two equal payloads are two messages.
final class Message {
  private final Topics.Channel channel;
  private final byte[] bytes;
  private final long madeNs;

  /// @param madeNs when it was made, `System.nanoTime`
  Message(Topics.Channel channel, byte[] bytes, long madeNs) {
    this.channel = channel;
    this.bytes = bytes;
    this.madeNs = madeNs;
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
