package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.BarView;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.Advisor.Glimpse;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.SetBook;
import io.plumbline.daemon.domain.training.TrainingBooks;
import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All athletes at a glance, who needs a look first. A glance is worked out again when anything was stored or changed since, and every five minutes, because the
/// rules look at the clock too. Thread-safe.
final class OverviewRoute {
  /// The rules look back a year at the most.
  private static final Duration REACH = Duration.ofDays(400);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int PART = 200;

  private final AthleteBook athletes;
  private final SetBook sets;
  private final Advisor advisor;
  private final BarBoard board;
  private final EventHub hub;
  private final InstantSource clock;
  private final Map<Reader, Seen> seen = new ConcurrentHashMap<>();

  /// What was seen depends on the language of whoever looks.
  private record Reader(String athleteId, Locale locale) {}

  /// @param change which state of everything it is of
  private record Seen(long change, Instant at, Glimpse glimpse) {}

  /// One line of the answer.
  ///
  /// @param bars that the athlete holds now
  record Row(String athleteId, String name, List<String> bars, Record glance) {}

  record Overview(Instant at, List<Row> athletes) {}

  private record Judged(Row row, Glimpse glimpse) {}

  OverviewRoute(TrainingBooks books, Advisor advisor, BarBoard board, EventHub hub, InstantSource clock) {
    this.athletes = books.athletes();
    this.sets = books.sets();
    this.advisor = advisor;
    this.board = board;
    this.hub = hub;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/overview", this::answer);
  }

  private void answer(Context context) throws StoreException {
    Instant now = clock.instant();
    Locale locale = Languages.choose(context);
    List<Judged> all = new ArrayList<>();
    @Nullable
    Place after = null;
    do {
      Page<Kept<Athlete>> page = athletes.athletes(after, PART);
      for (Kept<Athlete> kept : page.items()) {
        judged(kept.value(), now, locale).ifPresent(all::add);
      }
      after = page.next();
    } while (after != null);
    // They come by name, and the order of equals stays.
    all.sort(Comparator.comparing(Judged::glimpse, Glimpse.BY_NEED));
    Answers.plain(context, new Overview(now, all.stream().map(Judged::row).toList()));
  }

  /// Empty where the athlete went meanwhile.
  private Optional<Judged> judged(Athlete athlete, Instant now, Locale locale) throws StoreException {
    // Read before what is judged: a change in between makes it old, never new.
    long change = hub.changes();
    Reader reader = new Reader(athlete.id(), locale);
    Seen known = seen.get(reader);
    Glimpse glimpse;
    if (known != null && known.change == change && now.isBefore(known.at.plus(LONGEST))) {
      glimpse = known.glimpse;
    } else {
      Optional<TrainingHistory> history = sets.history(athlete.id(), now.minus(REACH));
      if (history.isEmpty()) {
        seen.remove(reader);
        return Optional.empty();
      }
      glimpse = advisor.glance(history.get(), now, locale);
      seen.put(reader, new Seen(change, now, glimpse));
    }
    return Optional.of(
        new Judged(new Row(athlete.id(), athlete.name(), bars(athletes.barNames(athlete.id())), glimpse.shown()),
            glimpse));
  }

  private List<String> bars(List<String> names) {
    return board.bars().stream().filter(BarView::online).filter(bar -> {
      State state = bar.state();
      return state != null && state.athlete() != null && names.contains(state.athlete());
    }).map(BarView::barId).toList();
  }
}
