package io.plumbline.daemon.web;

import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarView;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.AthleteBook;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an athlete may see of the bars: what nobody or the own name holds. Of a bar that somebody else holds, only that it is there.
///
/// @param names at the bars, of the athlete
record OwnNames(Set<String> names) {
  OwnNames {
    names = Set.copyOf(names);
  }

  static OwnNames of(AthleteBook book, String athleteId) throws StoreException {
    return new OwnNames(Set.copyOf(book.barNames(athleteId)));
  }

  /// Whether what this lifter does may be seen; nobody's may.
  boolean mayKnow(@Nullable String lifter) {
    return lifter == null || names.contains(lifter);
  }

  /// Whether it is the athlete's own.
  boolean isOwn(@Nullable String lifter) {
    return lifter != null && names.contains(lifter);
  }

  /// The bar without what is somebody else's.
  BarView seen(BarView bar) {
    State state = bar.state();
    return state == null || mayKnow(state.athlete())
        ? bar
        : new BarView(bar.barId(), bar.online(), bar.info(), null, null);
  }
}
