package io.plumbline.daemon.access;

import io.plumbline.daemon.domain.training.ToldKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every route with who may ask it. A route that is not here is refused. `access.md` is this table as text.
public final class AccessTable {
  /// Who may ask a route.
  public enum Access {
    /// Everybody, logged in or not.
    OPEN("everybody", true, true, true),
    /// Every account.
    ANY_ACCOUNT("every account", true, true, true),
    /// What is live.
    BOARD("coach, wall display", false, false, true),
    /// What is live; an athlete gets what nobody or the own name holds.
    OWN_BARS("coach, wall display; athlete: bars that nobody else holds", true, true, true),
    /// What a bar is told; an athlete speaks in the own name.
    OWN_NAME("coach; athlete: in the own name", true, true, false),
    COACH("coach", false, false, false),
    /// The athlete whom the address names.
    OWN_ATHLETE("coach; athlete: own", true, false, false),
    /// A set of the athlete.
    OWN_SET("coach; athlete: own sets", true, false, false),
    /// A set of the athlete, of which only the notes may be changed.
    OWN_NOTES("coach; athlete: notes of own sets", true, false, false),
    /// A rep in a set of the athlete.
    OWN_REP("coach; athlete: own sets", true, false, false),
    /// All for a coach, the athlete's own for an athlete.
    OWN_LIST("coach: all; athlete: own sets", true, false, false);

    private final String words;
    private final boolean athlete;
    private final boolean foreign;
    private final boolean wall;

    Access(String words, boolean athlete, boolean foreign, boolean wall) {
      this.words = words;
      this.athlete = athlete;
      this.foreign = foreign;
      this.wall = wall;
    }

    /// For `access.md`.
    public String words() {
      return words;
    }

    /// Whether a role may ask at all; of an athlete's own it is looked at more closely.
    public boolean allows(Role role) {
      return switch (role) {
        case COACH -> true;
        case ATHLETE -> athlete;
        case WALL -> wall;
      };
    }

    /// Whether what belongs to another athlete makes no difference.
    public boolean isSameForAll() {
      return foreign || this == OWN_LIST || !athlete;
    }
  }

  /// A line of the table.
  ///
  /// @param method   of HTTP
  /// @param template as the route is registered
  public record Row(String method, String template, Access access) {}

  private static final String ATHLETE = "/api/athletes/{athlete}";
  private static final String SET = "/api/sets/{bar}/{journal}/{set_number}";
  private static final String REP = "/api/reps/{bar}/{journal}/{sequence}";

  private static final Set<ToldKind> TOLD_BY_ATHLETES = Set.of(ToldKind.CHECK_IN, ToldKind.GENERAL_WARM_UP,
      ToldKind.ACCESSORY);

  private final Map<String, Row> rows = new LinkedHashMap<>();

  public AccessTable() {
    rows(Access.OPEN, "GET /health/live", "GET /health/ready", "GET /metrics", "GET /ca.pem",
        "GET /api/session", "POST /api/setup", "POST /api/login", "POST /api/redeem", "POST /api/wall", "GET /api/openapi.json");
    rows(Access.ANY_ACCOUNT, "POST /api/logout", "GET /api/*");
    rows(Access.OWN_BARS, "GET /api/bars", "GET /api/events");
    rows(Access.BOARD, "GET /api/status");
    rows(Access.OWN_NAME, "POST /api/bars/{bar}/context");
    rows(Access.COACH, "GET /api/accounts", "POST /api/accounts", "PUT /api/accounts/{account}",
        "POST /api/accounts/{account}/code", "DELETE /api/accounts/{account}/sessions", "GET /api/audit");
    rows(Access.OWN_LIST, "GET /api/sets");
    rows(Access.OWN_SET, "GET " + SET, "GET " + SET + "/trained", "GET " + SET + "/correction",
        "GET " + SET + "/changes", "GET " + SET + "/captions.vtt");
    rows(Access.OWN_NOTES, "PUT " + SET + "/correction");
    rows(Access.OWN_REP, "GET " + REP, "GET " + REP + "/trace");
    rows(Access.COACH, "GET /api/unassigned-sets", "GET /api/overview", "GET /api/athletes", "POST /api/athletes", "PUT " + ATHLETE, "DELETE " + ATHLETE,
        "POST " + ATHLETE + "/bar-names", "PUT " + ATHLETE + "/rule-overrides",
        "POST " + ATHLETE + "/imports");
    rows(Access.OWN_ATHLETE, "GET " + ATHLETE, "GET " + ATHLETE + "/changes", "GET " + ATHLETE + "/bar-names",
        "GET " + ATHLETE + "/rule-overrides", "GET " + ATHLETE + "/sets", "GET " + ATHLETE + "/sessions",
        "GET " + ATHLETE + "/coach", "GET " + ATHLETE + "/explain", "GET " + ATHLETE + "/weeks",
        "GET " + ATHLETE + "/export");
    for (ToldKind kind : ToldKind.values()) {
      String all = ATHLETE + "/" + kind.plural();
      rows(Access.OWN_ATHLETE, "GET " + all, "GET " + all + "/{entry}", "GET " + all + "/{entry}/changes");
      // How one feels and what one does beside the bar, nobody else can tell; what was lifted and what shall be, the coach answers for.
      rows(TOLD_BY_ATHLETES.contains(kind) ? Access.OWN_ATHLETE : Access.COACH, "POST " + all, "PUT " + all + "/{entry}",
          "DELETE " + all + "/{entry}");
    }
  }

  private void rows(Access access, String... routes) {
    for (String route : routes) {
      String[] parts = route.split(" ", 2);
      if (rows.put(route, new Row(parts[0], parts[1], access)) != null) {
        throw new IllegalStateException("two rows for " + route);
      }
    }
  }

  /// The row of a route, empty where it is not to be asked by anybody.
  public Optional<Row> row(String method, String template) {
    return Optional.ofNullable(rows.get(method + " " + template));
  }

  public Collection<Row> rows() {
    return rows.values();
  }

  /// As `access.md` has it.
  public String markdown() {
    List<String> lines = new ArrayList<>(List.of("| route | who |", "| --- | --- |"));
    rows.values().forEach(row -> lines.add("| `" + row.method() + " " + row.template() + "` | " + row.access().words()
        + " |"));
    return String.join("\n", lines) + "\n";
  }
}
