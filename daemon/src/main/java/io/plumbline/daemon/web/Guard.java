package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.Endpoint;
import io.plumbline.daemon.access.AccessTable;
import io.plumbline.daemon.access.AccessTable.Access;
import io.plumbline.daemon.access.Account;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.access.DeniedException;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.access.Secrets;
import io.plumbline.daemon.domain.StoreException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets a request to its route where [AccessTable] says so. Without accounts everybody at this computer may do everything.
final class Guard {
  /// The cookie that holds a session's token.
  static final String COOKIE = "plumbline_session";
  /// The header that holds the token of a page, which another origin cannot know.
  static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String ACCOUNT = "plumbline.account";
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final @Nullable Accounts accounts;
  private final OwnThings own;
  private final AccessTable table = new AccessTable();

  /// @param accounts null for a daemon without
  Guard(@Nullable Accounts accounts, OwnThings own) {
    this.accounts = accounts;
    this.own = own;
  }

  void addTo(RoutesConfig routes) {
    Accounts known = accounts;
    if (known != null) {
      routes.beforeMatched(context -> check(context, known));
    }
  }

  private void check(Context context, Accounts known) throws StoreException, DeniedException {
    Endpoint route = context.endpoints().matchedHttpEndpoint();
    if (route == null) {
      // A file of the page: it is the same for everybody, and holds nobody's data.
      return;
    }
    AccessTable.Row row = table.row(route.method.name(), route.path)
        .orElseThrow(() -> DeniedException.forbidden("nobody may ask this"));
    if (row.access() == Access.OPEN) {
      return;
    }
    String token = context.cookie(COOKIE);
    Optional<Account> holder = token == null ? Optional.empty() : known.holder(token);
    if (token == null || holder.isEmpty()) {
      throw new HttpResponseException(401, "log in first");
    }
    if (!READING.contains(context.method())) {
      requireCsrfToken(context, token);
    }
    Account account = holder.get();
    if (!row.access().allows(account.role())) {
      throw DeniedException.forbidden("this is not for the role " + account.role().id());
    }
    if (account.role() == Role.ATHLETE && !own.allows(context, row.access(), String.valueOf(account.athleteId()))) {
      // Whether it is there is nobody else's affair.
      throw new NotFoundResponse("there is no such thing of yours");
    }
    context.attribute(ACCOUNT, account);
  }

  private static void requireCsrfToken(Context context, String sessionToken) throws DeniedException {
    String given = context.header(CSRF_HEADER);
    if (given == null || !Secrets.same(given, Secrets.csrfToken(sessionToken))) {
      throw DeniedException.forbidden("send the csrf_token of GET /api/session as '" + CSRF_HEADER + "'");
    }
  }

  /// Who asks; empty without accounts, and on routes for everybody.
  static Optional<Account> account(Context context) {
    return Optional.ofNullable(context.attribute(ACCOUNT));
  }

  /// Whether who asked may still ask: for what goes on longer than a request.
  boolean isStillAllowed(Context context) {
    String token = context.cookie(COOKIE);
    try {
      return accounts == null || (token != null && accounts.holder(token).isPresent());
    } catch (StoreException e) {
      // The database is away: what was allowed stays so until it is back.
      return true;
    }
  }
}
