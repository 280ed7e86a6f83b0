package io.plumbline.daemon.broker.access;

import io.plumbline.contract.pairing.PairingCode;
import io.plumbline.contract.pairing.Verifier;
import java.time.Instant;

/// A one-time code as the broker keeps it.
///
/// @param id       its name when it logs in, `pair-…`
/// @param barId    which bar its holder becomes
/// @param verifier of its secret
/// @param until    the end of its time
public record Offer(String id, String barId, Verifier verifier, Instant until) {
  /// What the names of all begin with.
  public static final String PREFIX = PairingCode.USER_PREFIX;
}
