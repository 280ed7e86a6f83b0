package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.SetBook;
import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.InstantSource;

/// What the coach says of an athlete now, and why. Worked out at each request from everything that is stored.
final class CoachRoutes {
  private static final String ONE = "/api/athletes/{athlete}";

  private final SetBook sets;
  private final Advisor advisor;
  private final InstantSource clock;

  CoachRoutes(SetBook sets, Advisor advisor, InstantSource clock) {
    this.sets = sets;
    this.advisor = advisor;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    routes.get(ONE + "/coach",
        context -> Answers.plain(context, advisor.report(history(context), clock.instant())));
    routes.get(ONE + "/explain", context -> Answers.plain(context,
        new Answers.Part(advisor.explain(history(context), clock.instant()), null)));
  }

  private TrainingHistory history(Context context) throws StoreException {
    return Answers.found(sets.history(Answers.id(context, "athlete"), null), "athlete");
  }
}
