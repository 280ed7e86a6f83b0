package io.plumbline.daemon.homeassistant;

import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import org.jspecify.annotations.Nullable;

/// The latest lifted rep and the latest closed set of a bar.
record Last(@Nullable RepSummary rep, @Nullable SetSummary set) {
  static final Last NOTHING = new Last(null, null);

  Last with(RepSummary newRep) {
    return new Last(newRep, set);
  }

  Last with(SetSummary newSet) {
    return new Last(rep, newSet);
  }
}
