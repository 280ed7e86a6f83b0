package io.plumbline.daemon.domain;

/// What a bar says on a topic, by whatever way it came.
public final class Published {
  private final String topic;
  private final byte[] payload;

  /// @param payload is not changed by anybody any more
  public Published(String topic, byte[] payload) {
    this.topic = topic;
    this.payload = payload;
  }

  public String topic() {
    return topic;
  }

  /// Not a copy.
  public byte[] payload() {
    return payload;
  }
}
