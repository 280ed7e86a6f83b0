package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Trace;

/// Something a bar published that has to be kept: what it means, and its JSON exactly as it came.
public sealed interface Received {
  /// The identity; for curves, that of the rep they belong to.
  RecordKey key();

  /// The payload as it was received, character for character.
  String json();

  /// A rep's summary.
  record Rep(RepSummary summary, String json) implements Received {
    @Override
    public RecordKey key() {
      return summary.key();
    }
  }

  /// A closed set's summary.
  record ClosedSet(SetSummary summary, String json) implements Received {
    @Override
    public RecordKey key() {
      return summary.key();
    }
  }

  /// A rep's curves.
  record Curves(Trace trace, String json) implements Received {
    @Override
    public RecordKey key() {
      return trace.rep();
    }
  }
}
