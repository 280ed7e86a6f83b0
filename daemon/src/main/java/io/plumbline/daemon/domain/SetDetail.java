package io.plumbline.daemon.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One set with everything that is stored of it.
///
/// @param summaryJson payload of the set's summary, null while it has not arrived
/// @param repJson     payloads of its reps in order
public record SetDetail(SetOverview overview, @Nullable String summaryJson, List<String> repJson) {
  public SetDetail {
    repJson = List.copyOf(repJson);
  }
}
