package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.GeneralWarmUp;
import io.plumbline.daemon.domain.training.Place;
import io.plumbline.daemon.domain.training.Session;
import io.plumbline.daemon.domain.training.SetBook;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.domain.training.UnmeasuredLift;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets as a coach sees them, and what people change of them.
final class SetRoutes {
  private static final String ONE = "/api/sets/{bar}/{journal}/{set_number}";

  private final SetBook book;

  SetRoutes(SetBook book) {
    this.book = book;
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
    routes.get("/api/athletes/{athlete}/sets", context -> sets(context, Answers.id(context, "athlete")));
    routes.get("/api/athletes/{athlete}/sessions", this::sessions);
    routes.get("/api/unassigned-sets", context -> sets(context, null));
    routes.get(ONE + "/trained",
        context -> Answers.plain(context, Answers.found(book.set(Answers.setKey(context)), "set")));
    routes.get(ONE + "/correction",
        context -> Answers.one(context, Answers.found(book.correction(Answers.setKey(context)), "set")));
    routes.put(ONE + "/correction", context -> Answers.one(context, book.correct(Answers.setKey(context),
        Changes.body(context, SetCorrection.class), Changes.ifMatch(context), Changes.BY)));
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

  /// Sessions are worked out, so the whole history is read for each part.
  private void sessions(Context context) throws StoreException {
    TrainingHistory history = Answers.found(book.history(Answers.id(context, "athlete"), null), "athlete");
    Place after = Answers.cursor(context);
    int limit = Answers.limit(context);
    List<Session> rest = history.sessions(Session.USUAL_PAUSE).reversed().stream()
        .filter(session -> after == null || session.startedAt().toEpochMilli() < after.atMs()).toList();
    List<Session> page = rest.subList(0, Math.min(limit, rest.size()));
    Answers.plain(context, new Answers.Part(page.stream().map(SessionView::of).toList(),
        rest.size() > limit ? new Place(page.getLast().startedAt().toEpochMilli(), "session").cursor() : null));
  }
}
