package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.SetBook;
import io.plumbline.daemon.domain.training.TrainingHistory;
import java.time.InstantSource;
import java.util.List;

/// What the coach says of an athlete now, and why. Worked out at each request from everything that is stored.
final class CoachRoutes {
  private static final String ONE = "/api/athletes/{athlete}";

  private static final int USUAL_WEEKS = 12;
  private static final int MOST_WEEKS = 52;

  private final SetBook sets;
  private final Advisor advisor;
  private final InstantSource clock;

  CoachRoutes(SetBook sets, Advisor advisor, InstantSource clock) {
    this.sets = sets;
    this.advisor = advisor;
    this.clock = clock;
  }

  record WeeksAnswer(List<? extends Record> weeks) {}

  void addTo(RoutesConfig routes) {
    routes.get(ONE + "/coach",
        context -> Answers.plain(context,
            advisor.report(history(context), clock.instant(), Languages.choose(context))));
    routes.get(ONE + "/explain", context -> Answers.plain(context,
        new Answers.Part(advisor.explain(history(context), clock.instant(), Languages.choose(context)), null)));
    routes.get(ONE + "/weeks", context -> Answers.plain(context,
        new WeeksAnswer(advisor.weeks(history(context), clock.instant(), weeks(context)))));
  }

  private TrainingHistory history(Context context) throws StoreException {
    return Answers.found(sets.history(Answers.id(context, "athlete"), null), "athlete");
  }

  private static int weeks(Context context) {
    String text = context.queryParam("weeks");
    if (text == null) {
      return USUAL_WEEKS;
    }
    if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_WEEKS) {
      throw new BadRequestResponse("weeks must be a number from 1 to " + MOST_WEEKS);
    }
    return Integer.parseInt(text);
  }
}
