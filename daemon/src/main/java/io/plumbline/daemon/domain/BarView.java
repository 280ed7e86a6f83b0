package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;
import org.jspecify.annotations.Nullable;

/// The latest that is known of one bar.
public record BarView(String barId, boolean online, @Nullable Info info, @Nullable State state,
    @Nullable Quality quality) {
  BarView withOnline(boolean value) {
    return new BarView(barId, value, info, state, quality);
  }

  BarView withInfo(Info value) {
    return new BarView(barId, online, value, state, quality);
  }

  BarView withState(State value) {
    return new BarView(barId, online, info, value, quality);
  }

  BarView withQuality(Quality value) {
    return new BarView(barId, online, info, state, value);
  }
}
