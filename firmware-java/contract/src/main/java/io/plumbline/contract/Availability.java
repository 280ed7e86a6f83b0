package io.plumbline.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What stands on a bar's `availability` topic: plain text, not JSON, so that any broker can send it as a last will and any dashboard can
/// read it.
public enum Availability {
  /// The bar is connected.
  ONLINE("online"),
  /// The bar has gone, on purpose or not (last will).
  OFFLINE("offline");

  private final String text;

  Availability(String text) {
    this.text = text;
  }

  /// The payload as text.
  public String text() {
    return text;
  }

  /// The payload as bytes; a new array each time.
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Reads a payload; empty for whatever is not exactly one of the two texts.
  public static Optional<Availability> parse(byte[] payload) {
    return Arrays.stream(values()).filter(value -> Arrays.equals(value.bytes(), payload)).findFirst();
  }
}
