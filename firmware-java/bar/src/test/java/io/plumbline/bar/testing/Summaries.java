package io.plumbline.bar.testing;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Trace;
import java.util.List;

/// What a live session and its replay must have in common to the byte.
public final class Summaries {
  private Summaries() {}

  /// Reps, sets and traces of what was told, as they are sent.
  public static List<byte[]> encoded(List<Payload> told) {
    ContractCodec codec = new ContractCodec();
    return told.stream()
        .filter(payload -> payload instanceof RepSummary || payload instanceof SetSummary || payload instanceof Trace)
        .map(codec::encode).toList();
  }
}
