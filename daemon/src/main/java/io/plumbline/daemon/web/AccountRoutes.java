package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.AccountDesk;
import io.plumbline.daemon.access.AccountDesk.Issued;
import io.plumbline.daemon.access.AccountDesk.Who;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.access.Accounts.Opened;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.access.Secrets;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.training.Page;
import io.plumbline.daemon.domain.training.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Logging in and out, and what a coach does with accounts.
final class AccountRoutes {
  private static final String ALL = "/api/accounts";
  private static final String ONE = ALL + "/{account}";

  private final Accounts accounts;
  private final AccountDesk desk;

  AccountRoutes(Accounts accounts) {
    this.accounts = accounts;
    this.desk = accounts.desk();
  }

  /// What the first coach tells.
  record SetupBody(String code, String name, String password) {}

  /// Who wants in.
  record LoginBody(String name, String password) {}

  /// A one-time code and the password to be.
  record RedeemBody(String code, String password) {}

  /// What stands in a wall display's link.
  record WallBody(String token) {}

  /// An account to be.
  record InviteBody(String name, Role role, @Nullable String athleteId) {}

  /// What can be changed of one.
  record ChangeBody(Role role, @Nullable String athleteId, boolean disabled) {}

  /// What a page asks first: whether to show itself, the login or the set-up.
  ///
  /// @param accounts  whether there are any to log in with; false lets everybody at this computer in
  /// @param csrfToken to be sent with each change, null where nobody is logged in
  record SessionView(boolean accounts, boolean setUp, @Nullable Account account, @Nullable String csrfToken) {}

  /// What opens an account, told once.
  record IssuedView(Account account, String code, Instant expiresAt) {}

  /// Of a daemon without accounts.
  static void addWithout(RoutesConfig routes) {
    routes.get("/api/session", context -> Answers.plain(context, new SessionView(false, true, null, null)));
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/session", this::session);
    routes.post("/api/setup", context -> {
      SetupBody body = Changes.body(context, SetupBody.class);
      opened(context, said(() -> accounts.setUp(body.code, body.name, body.password, context.ip())));
    });
    routes.post("/api/login", context -> {
      LoginBody body = Changes.body(context, LoginBody.class);
      opened(context, accounts.login(body.name, body.password, context.ip()));
    });
    routes.post("/api/redeem", context -> {
      RedeemBody body = Changes.body(context, RedeemBody.class);
      opened(context, said(() -> accounts.redeem(body.code, body.password, context.ip())));
    });
    routes.post("/api/wall",
        context -> opened(context, accounts.openWall(Changes.body(context, WallBody.class).token, context.ip())));
    routes.post("/api/logout", this::logout);
    routes.get(ALL, context -> Answers.page(context, new Page<>(desk.all(), null)));
    routes.post(ALL, context -> {
      InviteBody body = Changes.body(context, InviteBody.class);
      issued(context.status(201), said(() -> desk.invite(body.name, body.role, body.athleteId, who(context))));
    });
    routes.put(ONE, context -> {
      ChangeBody body = Changes.body(context, ChangeBody.class);
      String id = Answers.id(context, "account");
      Answers.plain(context, said(() -> desk.change(id, body.role, body.athleteId, body.disabled, who(context))));
    });
    routes.post(ONE + "/code", context -> issued(context.status(201),
        desk.newCode(desk.account(Answers.id(context, "account")), who(context))));
    routes.delete(ONE + "/sessions", context -> {
      desk.endSessions(Answers.id(context, "account"), who(context));
      context.status(204);
    });
    routes.get("/api/audit", context -> Answers.page(context,
        said(() -> desk.audit(Answers.cursor(context), Answers.limit(context)))));
  }

  /// What may complain of its arguments.
  private interface Act<T, E extends Exception> {
    T make() throws StoreException, RefusedException, E;
  }

  private static <T, E extends Exception> T said(Act<T, E> act) throws StoreException, RefusedException, E {
    try {
      return act.make();
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private void session(Context context) throws StoreException {
    String token = context.cookie(Guard.COOKIE);
    Optional<Account> holder = token == null ? Optional.empty() : accounts.holder(token);
    Answers.plain(context, new SessionView(true, accounts.isSetUp(), holder.orElse(null),
        token != null && holder.isPresent() ? Secrets.csrfToken(token) : null));
  }

  private void logout(Context context) throws StoreException {
    String token = context.cookie(Guard.COOKIE);
    Optional<Account> account = Guard.account(context);
    if (token != null && account.isPresent()) {
      accounts.logout(token, account.get(), context.ip());
    }
    context.cookie(cookie(context, "", Duration.ZERO)).header("Clear-Site-Data", "\"cache\"").status(204);
  }

  private static void opened(Context context, Opened opened) {
    boolean wall = opened.account().role() == Role.WALL;
    context.cookie(cookie(context, opened.token(), wall ? Accounts.WALL_LONGEST : Accounts.LONGEST));
    Answers.plain(context, new SessionView(true, true, opened.account(), Secrets.csrfToken(opened.token())));
  }

  private static Cookie cookie(Context context, String token, Duration lasts) {
    return new Cookie(Guard.COOKIE, token, "/", Math.toIntExact(lasts.toSeconds()), context.scheme().equals("https"),
        true, null, SameSite.STRICT);
  }

  private static void issued(Context context, Issued issued) {
    Answers.plain(context, new IssuedView(issued.account(), issued.code(), issued.expiresAt()));
  }

  private static Who who(Context context) {
    return new Who(Guard.account(context).map(Account::id).orElse(null), context.ip());
  }
}
