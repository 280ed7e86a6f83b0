package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.Athlete;
import io.plumbline.daemon.domain.training.AthleteBook;
import io.plumbline.daemon.domain.training.Eraser;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.RuleOverrides;
import io.plumbline.daemon.domain.training.TrainingBooks;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who lifts: `/api/athletes`.
final class AthleteRoutes {
  private static final String ALL = "/api/athletes";
  private static final String ONE = ALL + "/{athlete}";

  private final AthleteBook book;
  private final Eraser eraser;
  private final Advisor advisor;

  AthleteRoutes(TrainingBooks books, Advisor advisor) {
    this.book = books.athletes();
    this.eraser = books.eraser();
    this.advisor = advisor;
  }

  /// A name as it is typed at a bar.
  record BarName(String name) {}

  void addTo(RoutesConfig routes) {
    routes.get(ALL, context -> Answers.page(context, book.athletes(Answers.cursor(context), Answers.limit(context))));
    routes.post(ALL, this::add);
    routes.get(ONE, context -> Answers.one(context, athlete(context)));
    routes.put(ONE, this::change);
    routes.delete(ONE, context -> Answers.plain(context,
        eraser.erase(Answers.id(context, "athlete"), Changes.ifMatch(context), new Eraser.Requester(Changes.by(context),
            Guard.account(context).map(Account::id).orElse(null), context.ip()))));
    routes.get(ONE + "/changes",
        context -> Answers.changes(context, book.amendments(athlete(context).value().id())));
    routes.get(ONE + "/bar-names",
        context -> Answers.plain(context, new Answers.Part(book.barNames(athlete(context).value().id()), null)));
    routes.post(ONE + "/bar-names", this::giveBarName);
    routes.get(ONE + "/rule-overrides",
        context -> Answers.one(context, book.ruleOverrides(athlete(context).value().id())));
    routes.put(ONE + "/rule-overrides", this::changeRules);
  }

  private Kept<Athlete> athlete(Context context) throws StoreException {
    return Answers.found(book.athlete(Answers.id(context, "athlete")), "athlete");
  }

  private void add(Context context) throws StoreException, RefusedException {
    String id = "a-" + UUID.randomUUID();
    Athlete athlete = Changes.body(context, Athlete.class, Map.of("id", id));
    Answers.made(context, ALL + "/" + id, book.add(athlete, Changes.by(context)));
  }

  private void change(Context context) throws StoreException, RefusedException {
    Athlete athlete = Changes.body(context, Athlete.class, Map.of("id", Answers.id(context, "athlete")));
    Answers.one(context, book.change(athlete, Changes.ifMatch(context), Changes.by(context)));
  }

  private void changeRules(Context context) throws StoreException, RefusedException {
    RuleOverrides overrides = Changes.body(context, RuleOverrides.class);
    List<String> problems = advisor.problems(overrides);
    if (!problems.isEmpty()) {
      throw new BadRequestResponse("values: " + String.join("; ", problems));
    }
    Answers.one(context, book.changeRuleOverrides(Answers.id(context, "athlete"), overrides, Changes.ifMatch(context),
        Changes.by(context)));
  }

  private void giveBarName(Context context) throws StoreException, RefusedException {
    String id = Answers.id(context, "athlete");
    String name = Changes.body(context, BarName.class).name();
    try {
      // Whoever is named so is an athlete with that name.
      Athlete.named(id, name, ZoneOffset.UTC);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
    book.giveBarName(name, id, Changes.by(context));
    Answers.plain(context, new Answers.Part(book.barNames(id), null));
  }
}
