package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.Ack;
import java.util.List;

/// What became of a batch, after its commit.
///
/// @param fresh      what was not known before, in the order of the batch
/// @param acks       one for each journal that the batch touched
/// @param duplicates how many were stored before with the same content
/// @param conflicts  how many were stored before with other content; those are kept aside
public record StoreOutcome(List<Received> fresh, List<Ack> acks, int duplicates, int conflicts) {
  public StoreOutcome {
    fresh = List.copyOf(fresh);
    acks = List.copyOf(acks);
  }
}
