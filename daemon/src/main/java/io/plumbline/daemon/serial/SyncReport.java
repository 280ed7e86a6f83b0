package io.plumbline.daemon.serial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a synchronisation has done so far.
///
/// @param stored     summaries and curves that were not known before
/// @param duplicates that were stored already
/// @param conflicts  that contradict what is stored under the same key, and are kept aside
/// @param entries    that came
/// @param bytes      of their payloads
/// @param upTo       of each journal looked into, the number up to which it is complete
/// @param left       summaries and curves that still wait on the bar, as far as it said at last
public record SyncReport(long stored, long duplicates, long conflicts, long entries, long bytes, Map<String, Long> upTo,
    long left) {
  public SyncReport {
    upTo = Collections.unmodifiableMap(new LinkedHashMap<>(upTo));
  }
}
