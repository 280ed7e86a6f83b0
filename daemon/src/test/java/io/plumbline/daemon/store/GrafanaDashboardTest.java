package io.plumbline.daemon.store;

import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.daemon.support.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every query of `grafana/plumbline.json` on a PostgreSQL with summaries in it, its macros and variables replaced as Grafana replaces them.
class GrafanaDashboardTest {
  private static final Path FILE = Path.of("grafana", "plumbline.json");
  /// When the summaries of the tests were measured and received.
  private static final long AT_S = 1_795_000_000;
  private static final int REPS = 4;

  @Test
  void shouldAnswerEveryPanelWhenTheDatabaseHoldsSummaries() throws Exception {
    DatabaseAddress address = filled();
    try (Connection connection = connect(address)) {
      Map<String, String> chosen = everything(connection);
      Map<String, Object> first = new LinkedHashMap<>();
      for (JsonNode panel : panels()) {
        String title = panel.get("title").asString();
        List<Object> rows = rows(connection, panel, chosen, AT_S - 60, AT_S + 60);
        assertFalse(rows.isEmpty(), title + " shows nothing");
        first.put(title, rows.getFirst());
      }
      assertEquals((long) REPS, first.get("Completed reps"));
      assertEquals(1L, first.get("Closed sets"));
      assertEquals(100.0 * REPS, first.get("Load lifted"));
      assertEquals(1L, first.get("Contradicting summaries"));
      assertEquals(100.0, first.get("Load and velocity"));
    }
  }

  @Test
  void shouldShowNothingWhenTheTimeOrTheAthleteIsAnother() throws Exception {
    DatabaseAddress address = filled();
    try (Connection connection = connect(address)) {
      Map<String, String> chosen = everything(connection);
      Map<String, String> another = new LinkedHashMap<>(chosen);
      another.put("athlete", sqlString(List.of("Nobody's")));
      for (JsonNode panel : panels()) {
        String title = panel.get("title").asString();
        if (panel.get("type").asString().equals("timeseries") || title.equals("Newest sets")) {
          assertEquals(List.of(), rows(connection, panel, chosen, AT_S - 120, AT_S - 60), title);
          assertEquals(List.of(), rows(connection, panel, another, AT_S - 60, AT_S + 60), title);
        }
      }
    }
  }

  @Test
  void shouldOfferEveryAthleteWhenANameHoldsAnApostropheOrIsNotKnown() throws Exception {
    DatabaseAddress address = filled();
    try (Connection connection = connect(address)) {
      assertEquals("'(not known)','Ada','O''Neill; --'", everything(connection).get("athlete"));
    }
  }

  private static DatabaseAddress filled() throws Exception {
    Optional<LocalPostgres> server = LocalPostgres.get();
    assumeTrue(server.isPresent(), "no PostgreSQL is installed here (looked in /usr/lib/postgresql)");
    DatabaseAddress address = DatabaseAddress.parse(server.orElseThrow().newDatabase());
    try (SummaryDatabase database = SummaryDatabase.open(address,
        InstantSource.fixed(Instant.ofEpochSecond(AT_S)))) {
      database.store().store(List.of(received(rep(1)), received(rep(2)), received(rep(key(3), 1, 3, 0.47, null)),
          received(rep(key(4), 1, 4, 0.45, "O'Neill; --")), received(set(5, 1, List.of(1L, 2L, 3L, 4L)))));
      // The same key with other content.
      database.store().store(List.of(received(rep(key(4), 1, 4, 0.44, "Ada"))));
    }
    return address;
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private static List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    dashboard().get("panels").forEach(panels::add);
    assertFalse(panels.isEmpty());
    return panels;
  }

  private static JsonNode dashboard() {
    return new JsonMapper().readTree(FILE.toFile());
  }

  /// What the variables stand for where "All" is chosen.
  private static Map<String, String> everything(Connection connection) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonNode variable : dashboard().get("templating").get("list")) {
      List<String> found = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(variable.get("query").asString())) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      values.put(variable.get("name").asString(), sqlString(found.stream().sorted().toList()));
    }
    return values;
  }

  /// Grafana's format `sqlstring`.
  private static String sqlString(List<String> values) {
    return values.stream().map(value -> "'" + value.replace("'", "''") + "'").collect(Collectors.joining(","));
  }

  private static String expanded(String sql, Map<String, String> chosen, long fromS, long toS) {
    String text = sql;
    for (Map.Entry<String, String> variable : chosen.entrySet()) {
      text = text.replace("${" + variable.getKey() + ":sqlstring}", variable.getValue());
    }
    text = text.replace("$__unixEpochFrom()", "" + fromS).replace("$__unixEpochTo()", "" + toS);
    assertFalse(text.contains("$"), "this test does not know a macro in: " + text);
    return text;
  }

  /// The first column of each row.
  private static List<Object> rows(Connection connection, JsonNode panel, Map<String, String> chosen, long fromS,
      long toS) throws SQLException {
    List<Object> found = new ArrayList<>();
    for (JsonNode target : panel.get("targets")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(expanded(target.get("rawSql").asString(), chosen, fromS, toS))) {
        if (target.get("format").asString().equals("time_series")) {
          assertEquals("time", rows.getMetaData().getColumnName(1));
          assertTrue(rows.getMetaData().getColumnType(1) == Types.TIMESTAMP, "the time is none");
        }
        while (rows.next()) {
          found.add(rows.getObject(1));
        }
      }
    }
    return found;
  }
}
