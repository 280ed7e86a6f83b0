package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.Importer;
import io.plumbline.daemon.domain.training.RefusedException;

/// What other tools measured, taken in.
final class ImportRoutes {
  private final AthleteBook athletes;
  private final Importer importer;

  ImportRoutes(AthleteBook athletes, Importer importer) {
    this.athletes = athletes;
    this.importer = importer;
  }

  void addTo(RoutesConfig routes) {
    routes.post("/api/athletes/{athlete}/imports", this::take);
  }

  private void take(Context context) throws StoreException, RefusedException {
    Athlete athlete = Answers.found(athletes.athlete(Answers.id(context, "athlete")), "athlete").value();
    Importer.Request request = Changes.body(context, Importer.Request.class);
    try {
      Importer.Report report = importer.take(athlete, request, Changes.by(context));
      boolean refused = !report.problems().isEmpty() && !request.lenient() && !request.dryRun();
      Answers.plain(context.status(refused ? 422 : 200), report);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }
}
