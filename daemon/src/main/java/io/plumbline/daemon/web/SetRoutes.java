package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.GeneralWarmUp;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.Session;
import io.plumbline.daemon.domain.training.SetBook;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingBooks;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets as a coach sees them, and what people change of them.
final class SetRoutes {
  private static final Duration FIRST_REACH = Duration.ofDays(120);
  private static final Duration LONGEST_REACH = Duration.ofDays(5000);
  private static final String ONE = "/api/sets/{bar}/{journal}/{set_number}";

  private final AthleteBook athletes;
  private final SetBook book;

  SetRoutes(TrainingBooks books) {
    this.athletes = books.athletes();
    this.book = books.sets();
  }

  /// A session as JSON.
  record SessionView(Instant startedAt, Instant endedAt, boolean clockSynchronised, List<TrainedSet> sets,
      List<UnmeasuredLift> unmeasuredLifts, List<GeneralWarmUp> generalWarmUps) {
    static SessionView of(Session session) {
      return new SessionView(session.startedAt(), session.endedAt(), session.isClockSynchronised(), session.sets(),
          session.lifts(), session.warmUps());
    }
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/athletes/{athlete}/sets", context -> sets(context, Answers.athlete(context, athletes)));
    routes.get("/api/athletes/{athlete}/sessions", this::sessions);
    routes.get("/api/unassigned-sets", context -> sets(context, null));
    routes.get(ONE + "/trained",
        context -> Answers.plain(context, Answers.found(book.set(Answers.setKey(context)), "set")));
    routes.get(ONE + "/correction",
        context -> Answers.one(context, Answers.found(book.correction(Answers.setKey(context)), "set")));
    routes.put(ONE + "/correction", context -> Answers.one(context, book.correct(Answers.setKey(context),
        Changes.body(context, SetCorrection.class), Changes.ifMatch(context), Changes.by(context))));
    routes.get(ONE + "/changes", context -> {
      SetKey key = Answers.setKey(context);
      Answers.found(book.correction(key), "set");
      Answers.changes(context, book.amendments(key));
    });
  }

  private void sets(Context context, @Nullable String athlete) throws StoreException {
    try {
      Answers.page(context, book.sets(athlete, Answers.cursor(context), Answers.limit(context)));
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private void sessions(Context context) throws StoreException {
    String athlete = Answers.athlete(context, athletes);
    Place after = Answers.cursor(context);
    int limit = Answers.limit(context);
    List<Session> rest = before(athlete, after, limit + 1);
    List<Session> page = rest.subList(0, Math.min(limit, rest.size()));
    Answers.plain(context, new Answers.Part(page.stream().map(SessionView::of).toList(),
        rest.size() > limit ? new Place(page.getLast().startedAt().toEpochMilli(), "session").cursor() : null));
  }

  /// Sessions are worked out: as much history is read as gives enough of them, all of it at most.
  ///
  /// @param atLeast fewer are given only where there are no more
  private List<Session> before(String athlete, @Nullable Place after, int atLeast) throws StoreException {
    Instant newest = Instant.ofEpochMilli(after == null ? System.currentTimeMillis() : after.atMs());
    for (Duration reach = FIRST_REACH; reach.compareTo(LONGEST_REACH) < 0; reach = reach.multipliedBy(4)) {
      // The oldest one may have begun before what was read.
      List<Session> found = since(athlete, after, newest.minus(reach));
      if (found.size() > atLeast) {
        return found.subList(0, found.size() - 1);
      }
    }
    return since(athlete, after, null);
  }

  private List<Session> since(String athlete, @Nullable Place after, @Nullable Instant from) throws StoreException {
    TrainingHistory history = Answers.found(book.history(athlete, from), "athlete");
    return history.sessions(Session.USUAL_PAUSE).reversed().stream()
        .filter(session -> after == null || session.startedAt().toEpochMilli() < after.atMs()).toList();
  }
}
