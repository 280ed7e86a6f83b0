package io.plumbline.daemon.web;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.access.AccessTable;
import io.plumbline.daemon.access.AccessTable.Access;
import io.plumbline.daemon.access.AccessTable.Row;
import io.plumbline.daemon.access.AccountDesk.Issued;
import io.plumbline.daemon.access.AccountDesk.Who;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.access.PasswordHasher;
import io.plumbline.daemon.access.PasswordHasher.Cost;
import io.plumbline.daemon.access.Role;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.domain.training.Advisor;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.RuleOverrides;
import io.plumbline.daemon.domain.training.TrainingHistory;
import io.plumbline.daemon.export.FileExporter;
import io.plumbline.daemon.imports.CsvImporter;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import io.plumbline.daemon.support.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every route with every role, over HTTP.
class AccessMatrixTest {
  private static final String PASSWORD = "three plates a side";

  @TempDir
  Path folder = Path.of("set by JUnit");
  private SummaryDatabase database;
  private WebServer server;
  private Visitor nobody;
  private Visitor coach;
  private Visitor ada;
  private Visitor wall;
  private String adasId;
  private String bobsId;

  @BeforeEach
  void start() throws Exception {
    database = SummaryDatabase.open(DatabaseAddress.inFolder(folder), InstantSource.system());
    database.store().store(List.of(received(rep(key(1), 1, 1, 0.5, "Ada")), received(trace(key(1))),
        received(rep(key(2), 2, 2, 0.5, "Bob")), received(trace(key(2)))));
    Map<String, String> ids = database.books().athletes().athletes(null, 9).items().stream().map(Kept::value)
        .collect(Collectors.toMap(athlete -> athlete.name(), athlete -> athlete.id()));
    adasId = String.valueOf(ids.get("Ada"));
    bobsId = String.valueOf(ids.get("Bob"));
    Accounts accounts = new Accounts(database.accounts(), new PasswordHasher(new Cost(64, 1, 1)),
        InstantSource.system());
    EventHub hub = new EventHub();
    server = WebServer.start(0, new WebServer.Sources(database.reader(), database.books(), new Silent(),
        new FileExporter(database.books(), database.reader(), InstantSource.system()),
        new CsvImporter(database.books().notebook()), database.probe(), new BarBoard(hub), (bar, command) -> null,
        new IngestCounters(),
        accounts), hub);
    nobody = new Visitor(server.uri());
    coach = new Visitor(server.uri());
    coach.in("api/setup", "{\"code\":\"" + accounts.setupCode() + "\",\"name\":\"Coach\",\"password\":\"" + PASSWORD
        + "\"}");
    Issued invitation = accounts.desk().invite("Ada", Role.ATHLETE, adasId, Who.CONSOLE);
    ada = new Visitor(server.uri());
    ada.in("api/redeem", "{\"code\":\"" + invitation.code() + "\",\"password\":\"" + PASSWORD + "\"}");
    Issued link = accounts.desk().invite("Wall", Role.WALL, null, Who.CONSOLE);
    wall = new Visitor(server.uri());
    wall.in("api/wall", "{\"token\":\"" + link.code() + "\"}");
  }

  @AfterEach
  void stop() {
    nobody.close();
    coach.close();
    ada.close();
    wall.close();
    server.close();
    database.close();
  }

  /// What the coach says is not of this test, which asks who may hear it.
  private record Nothing() {}

  private static final class Silent implements Advisor {
    @Override
    public Record report(TrainingHistory history, Instant now, Locale locale) {
      return new Nothing();
    }

    @Override
    public List<? extends Record> explain(TrainingHistory history, Instant now, Locale locale) {
      return List.of();
    }

    @Override
    public List<? extends Record> weeks(TrainingHistory history, Instant now, int many) {
      return List.of();
    }

    @Override
    public Glimpse glance(TrainingHistory history, Instant now, Locale locale) {
      return new Glimpse(new Nothing(), 0, 0, 0);
    }

    @Override
    public List<String> problems(RuleOverrides overrides) {
      return List.of();
    }
  }

  @Test
  void shouldHaveARowForEachRouteWhenTheServerRuns() {
    Set<String> rows = new AccessTable().rows().stream().map(row -> row.method() + " " + row.template())
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(rows, new TreeSet<>(server.routes()), "routes and rows of AccessTable");
  }

  @Test
  void shouldBeWrittenDownWhenTheTableChanges() throws Exception {
    assertTrue(Files.readString(Path.of("access.md")).endsWith("\n" + new AccessTable().markdown()),
        "access.md must end with:\n" + new AccessTable().markdown());
  }

  @Test
  void shouldAnswerAsTheTableSaysWhenEachRoleAsksEachRoute() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>(new AccessTable().rows());
    // It ends the session that it is asked with.
    rows.removeIf(row -> row.template().equals("/api/logout") || row.access() == Access.OPEN);
    assertTrue(rows.size() > 60, "the table is read");
    for (Row row : rows) {
      Access access = row.access();
      boolean reading = row.method().equals("GET");
      expect(wrong, row, "nobody", nobody, adasId, 1, Set.of(401));
      expect(wrong, row, "wall", wall, adasId, 1, access.allows(Role.WALL) ? reached(reading) : Set.of(403));
      Set<Integer> own = access.allows(Role.ATHLETE) ? reached(reading) : Set.of(403);
      expect(wrong, row, "own", ada, adasId, 1, own);
      expect(wrong, row, "foreign", ada, bobsId, 2, access.isSameForAll() ? own : Set.of(404));
      expect(wrong, row, "coach", coach, adasId, 1, reached(reading));
    }
    assertEquals(Map.of(), wrong);
  }

  /// The route itself answered: with what is there, or that the body makes no sense or names nothing.
  private static Set<Integer> reached(boolean reading) {
    return reading ? Set.of(200) : Set.of(400, 404, 422, 428);
  }

  private static void expect(Map<String, String> wrong, Row row, String who, Visitor visitor, String athlete,
      int number, Set<Integer> expected) throws Exception {
    String path = row.template().substring(1).replace("{athlete}", athlete).replace("{bar}", BAR)
        .replace("{journal}", JOURNAL).replace("{set_number}", "" + number).replace("{sequence}", "" + number)
        .replace("{entry}", "e-none").replace("{account}", "u-none").replace("*", "none");
    int status = visitor.status(row.method(), path, row.method().equals("GET") ? "" : "{}");
    // Nothing is stored under these ids: that the route says so shows that it was reached, where it is its own to see.
    boolean nothingThere = row.template().contains("{entry}") || row.template().endsWith("*");
    boolean fine = expected.contains(status) || (nothingThere && expected.contains(200) && status == 404);
    if (!fine) {
      wrong.put(row.method() + " " + row.template() + " as " + who, status + " and not " + expected);
    }
  }
}
