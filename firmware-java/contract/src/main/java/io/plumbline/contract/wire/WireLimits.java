package io.plumbline.contract.wire;

import io.plumbline.contract.codec.ContractCodec;

/// The rules' numbers.
public final class WireLimits {
  /// Version of these rules.
  public static final int VERSION = 1;
  /// Journals named in one [WireMessage.Welcome].
  public static final int MOST_JOURNALS = 100;
  /// Entries in a batch: the window that the bar sends before it waits.
  public static final int MOST_ENTRIES = 32;
  /// Payload bytes in a batch, unless its first entry alone is larger.
  public static final int MOST_BATCH_BYTES = 64 * 1024;
  /// Largest message, before it is stuffed.
  static final int MOST_BODY_BYTES = ContractCodec.MAX_BYTES + 64;
  /// Largest frame between two zeros: stuffing adds a byte for 254.
  static final int MOST_FRAME_BYTES = MOST_BODY_BYTES + MOST_BODY_BYTES / 254 + 1;

  private WireLimits() {}
}
