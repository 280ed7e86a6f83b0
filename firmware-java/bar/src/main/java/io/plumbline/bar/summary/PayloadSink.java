package io.plumbline.bar.summary;

import io.plumbline.contract.payload.Payload;

/// Where payloads go, on the thread that measures.
@FunctionalInterface
public interface PayloadSink {
  /// Takes a payload.
  void emit(Payload payload);
}
