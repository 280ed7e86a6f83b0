package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.access.DeniedException;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.BarCommands;
import io.plumbline.daemon.domain.BarView;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.SummaryReader;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.Exporter;
import io.plumbline.daemon.domain.training.Importer;
import io.plumbline.daemon.domain.training.RefusedException;
import io.plumbline.daemon.domain.training.TrainingBooks;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The routes under `/api`.
final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final String JSON = "application/json";
  private static final int DEFAULT_SETS = 50;
  private static final int MAX_SETS = 500;

  private final SummaryReader reader;
  private final TrainingBooks books;
  private final Advisor advisor;
  private final Exporter exporter;
  private final Importer importer;
  private final BarBoard board;
  private final BarCommands commands;
  private final IngestCounters counters;
  private final EventHub hub;
  private final @Nullable Accounts accounts;
  private final OwnThings own;
  private final Guard guard;
  private final PageJson json = new PageJson();

  Api(WebServer.Sources sources, EventHub hub) {
    this.reader = sources.reader();
    this.books = sources.books();
    this.advisor = sources.advisor();
    this.exporter = sources.exporter();
    this.importer = sources.importer();
    this.board = sources.board();
    this.commands = sources.commands();
    this.counters = sources.counters();
    this.accounts = sources.accounts();
    this.hub = hub;
    this.own = new OwnThings(reader, books.sets());
    this.guard = new Guard(accounts, own);
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/openapi.json", context -> answer(context, OpenApiDocument.json()));
    routes.get("/api/bars", context -> answer(context, json.bars(bars(own(context)))));
    routes.get("/api/status", context -> answer(context, snapshot(null)));
    routes.get("/api/sets", this::sets);
    routes.get("/api/sets/{bar}/{journal}/{set_number}", this::set);
    routes.get("/api/reps/{bar}/{journal}/{sequence}",
        context -> answer(context, found(reader.rep(key(context)), "rep")));
    routes.get("/api/reps/{bar}/{journal}/{sequence}/trace",
        context -> answer(context, found(reader.trace(key(context)), "trace")));
    routes.before("/api/events", this::requireEventStream);
    // Whatever happens from the opening on waits in the mailbox, so nothing falls between snapshot and stream.
    routes.get("/api/events", this::events);
    routes.before("/api/*", Changes::guard);
    guard.addTo(routes);
    if (accounts == null) {
      AccountRoutes.addWithout(routes);
    } else {
      new AccountRoutes(accounts).addTo(routes);
    }
    new AthleteRoutes(books, advisor).addTo(routes);
    new NotebookRoutes(books).addTo(routes);
    new BarRoutes(commands, this::own, board).addTo(routes);
    new SetRoutes(books).addTo(routes);
    new ExportRoutes(exporter, accounts == null ? null : accounts.trail()).addTo(routes);
    new ImportRoutes(books.athletes(), importer).addTo(routes);
    new CoachRoutes(books.sets(), advisor, InstantSource.system()).addTo(routes);
    new OverviewRoute(books, advisor, board, hub, InstantSource.system()).addTo(routes);
    for (String changed : List.of("/api/athletes", "/api/athletes/*", "/api/sets/*")) {
      routes.after(changed, this::tellOtherPages);
    }
    routes.get("/api/*", context -> {
      throw new NotFoundResponse("there is no " + context.path());
    });
    routes.exception(HttpResponseException.class,
        (e, context) -> problem(context, e.getStatus(), String.valueOf(e.getMessage())));
    routes.exception(RefusedException.class,
        (e, context) -> problem(context, Changes.status(e.reason()), String.valueOf(e.getMessage())));
    routes.exception(DeniedException.class, (e, context) -> {
      if (e.retryAfterS() > 0) {
        context.header("Retry-After", Long.toString(e.retryAfterS()));
      }
      problem(context, Changes.status(e.reason()), String.valueOf(e.getMessage()));
    });
    routes.exception(StoreException.class, (e, context) -> {
      LOG.warn("{}", e.getMessage());
      problem(context, 503, "the database cannot be used now; the daemon's log says why");
    });
    routes.exception(Exception.class, (e, context) -> {
      LOG.error("Request {} failed", context.path(), e);
      problem(context, 500, "the daemon failed at this request; its log says why");
    });
  }

  /// What one person changes, everybody else sees.
  private void tellOtherPages(Context context) {
    if (Changes.isChange(context) && context.statusCode() < 300) {
      hub.changed();
    }
  }

  private void events(Context context) throws StoreException {
    OwnNames names = own(context);
    // Whatever happens from the opening on waits in the mailbox, so nothing falls between snapshot and stream.
    hub.open(names).ifPresent(mailbox -> EventStream.serve(context, hub, mailbox,
        () -> PageEvent.each("snapshot", snapshot(names)), () -> guard.isStillAllowed(context),
        () -> renew(context, mailbox)));
  }

  /// Reads again which names at the bars are the athlete's.
  private void renew(Context context, Mailbox mailbox) {
    try {
      OwnNames names = own(context);
      if (names != null) {
        mailbox.see(names);
      }
    } catch (StoreException e) {
      LOG.warn("An athlete's page keeps its names for now: {}", e.getMessage());
    }
  }

  /// What the one who asks may see of the bars; null for everything.
  private @Nullable OwnNames own(Context context) throws StoreException {
    Account account = Guard.account(context).filter(one -> one.role() == Role.ATHLETE).orElse(null);
    return account == null ? null : OwnNames.of(books.athletes(), String.valueOf(account.athleteId()));
  }

  private List<BarView> bars(@Nullable OwnNames names) {
    return names == null ? board.bars() : board.bars().stream().map(names::seen).toList();
  }

  private String snapshot(@Nullable OwnNames names) {
    return json.snapshot(board.brokerConnected(), bars(names), counters.snapshot());
  }

  private void sets(Context context) throws StoreException {
    Optional<String> athlete = Guard.account(context).map(Account::athleteId);
    answer(context, json.sets(athlete.isPresent()
        ? own.newestSets(athlete.get(), limit(context))
        : reader.newestSets(limit(context))));
  }

  private void set(Context context) throws StoreException {
    int number = (int) number(context, "set_number", Integer.MAX_VALUE);
    answer(context,
        json.set(found(reader.set(context.pathParam("bar"), context.pathParam("journal"), number), "set")));
  }

  private void requireEventStream(Context context) {
    String accept = context.header("Accept");
    if (accept == null || !accept.contains("text/event-stream")) {
      throw new HttpResponseException(406, "this is a stream: ask with the header 'Accept: text/event-stream'");
    }
  }

  private static int limit(Context context) {
    String text = context.queryParam("limit");
    if (text == null) {
      return DEFAULT_SETS;
    }
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_SETS) {
      throw new BadRequestResponse("limit must be a number from 1 to " + MAX_SETS);
    }
    return Integer.parseInt(text);
  }

  static RecordKey key(Context context) {
    long sequence = number(context, "sequence", Long.MAX_VALUE);
    try {
      return new RecordKey(context.pathParam("bar"), context.pathParam("journal"), sequence);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private static long number(Context context, String name, long max) {
    String text = context.pathParam(name);
    if (text.matches("[0-9]{1,18}") && Long.parseLong(text) <= max) {
      return Long.parseLong(text);
    }
    throw new BadRequestResponse(name + " must be a number of at least 0");
  }

  private static <T> T found(Optional<T> value, String what) {
    return value.orElseThrow(() -> new NotFoundResponse("no such " + what + " is stored"));
  }

  private static void answer(Context context, String body) {
    context.contentType(JSON).header("Cache-Control", "no-store").result(body);
  }

  private void problem(Context context, int status, String detail) {
    context.status(status).contentType("application/problem+json").header("Cache-Control", "no-store")
        .result(json.problem(status, title(status), detail));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Not logged in";
      case 403 -> "Forbidden";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 406 -> "Not acceptable";
      case 409 -> "Conflict";
      case 412 -> "Precondition failed";
      case 413 -> "Content too large";
      case 415 -> "Unsupported media type";
      case 421 -> "Misdirected request";
      case 422 -> "Cannot be done";
      case 428 -> "Precondition required";
      case 429 -> "Too many requests";
      case 503 -> "Not available now";
      default -> status >= 500 ? "Internal error" : "Request refused";
    };
  }
}
