package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.Notebook;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.ToldKind;
import io.plumbline.daemon.domain.training.TrainingBooks;
import java.util.Map;
import java.util.UUID;

/// What people tell: `/api/athletes/{athlete}/<kind>`, the same for every kind.
final class NotebookRoutes {
  private final AthleteBook athletes;
  private final Notebook notebook;

  NotebookRoutes(TrainingBooks books) {
    this.athletes = books.athletes();
    this.notebook = books.notebook();
  }

  void addTo(RoutesConfig routes) {
    for (ToldKind kind : ToldKind.values()) {
      String all = "/api/athletes/{athlete}/" + kind.plural();
      String one = all + "/{entry}";
      routes.get(all, context -> Answers.page(context, notebook.list(Answers.athlete(context, athletes), kind,
          Answers.cursor(context), Answers.limit(context))));
      routes.post(all, context -> add(context, kind, "e-" + UUID.randomUUID()));
      routes.get(one, context -> Answers.one(context, Answers.found(notebook.get(Answers.id(context, "athlete"), kind,
          Answers.id(context, "entry")), kind.id())));
      routes.put(one, context -> put(context, kind));
      routes.delete(one, context -> {
        notebook.remove(Answers.id(context, "athlete"), kind, Answers.id(context, "entry"), Changes.ifMatch(context),
            Changes.by(context));
        context.status(204);
      });
      routes.get(one + "/changes", context -> Answers.changes(context,
          notebook.amendments(Answers.id(context, "athlete"), kind, Answers.id(context, "entry"))));
    }
  }

  private void add(Context context, ToldKind kind, String id) throws StoreException, RefusedException {
    String athlete = Answers.id(context, "athlete");
    Kept<Told> kept = notebook.add(athlete, Changes.body(context, kind.type(), Map.of("id", id)), Changes.by(context));
    Answers.made(context, "/api/athletes/" + athlete + "/" + kind.plural() + "/" + id, kept);
  }

  /// A sender that is not sure whether its entry arrived makes the id itself and sends it again: there is one entry at the end.
  private void put(Context context, ToldKind kind) throws StoreException, RefusedException {
    String id = Answers.id(context, "entry");
    if (!Changes.ifNoneMatch(context)) {
      Answers.one(context, notebook.change(Answers.id(context, "athlete"),
          Changes.body(context, kind.type(), Map.of("id", id)), Changes.ifMatch(context), Changes.by(context)));
      return;
    }
    try {
      add(context, kind, id);
    } catch (RefusedException e) {
      if (e.reason() == RefusedException.Reason.EXISTS) {
        throw new HttpResponseException(412, String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }
}
