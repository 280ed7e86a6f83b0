package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.daemon.access.Accounts;
import io.plumbline.daemon.access.PasswordHasher;
import io.plumbline.daemon.access.PasswordHasher.Cost;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.IngestCounters;
import io.plumbline.daemon.export.FileExporter;
import io.plumbline.daemon.imports.CsvImporter;
import io.plumbline.daemon.store.DatabaseAddress;
import io.plumbline.daemon.store.SummaryDatabase;
import io.plumbline.daemon.support.ApiDescription;
import io.plumbline.daemon.support.TestPage;
import io.plumbline.daemon.web.EventHub;
import io.plumbline.daemon.web.WebServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The description of the API as a document. That real answers are as it says is checked by every test that asks a daemon through `TestPage`.
class OpenApiTest {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

  @TempDir
  Path folder = Path.of("set by JUnit");

  private List<String> routes = List.of();
  private ApiDescription description = ApiDescription.of("{}");
  private JsonNode document = description.document();

  @BeforeEach
  void serve() throws Exception {
    IngestCounters counters = new IngestCounters();
    EventHub hub = new EventHub();
    try (SummaryDatabase store = SummaryDatabase.open(DatabaseAddress.inFolder(folder), InstantSource.system());
        WebServer server = WebServer.start(0, new WebServer.Sources(store.reader(), store.books(), new CoachAdvisor(),
            new FileExporter(store.books(), store.reader(), InstantSource.system()),
            new CsvImporter(store.books().notebook()),
            store.probe(), new BarBoard(hub), (bar, command) -> null, counters,
            new Accounts(store.accounts(), new PasswordHasher(new Cost(64, 1, 1)), InstantSource.system())), hub);
        TestPage page = new TestPage(server.uri())) {
      routes = server.routes().stream().filter(route -> !route.endsWith("*")).toList();
      HttpResponse<String> answer = page.get("api/openapi.json");
      assertEquals(200, answer.statusCode());
      description = ApiDescription.of(answer.body());
      document = description.document();
    }
  }

  @Test
  void shouldDescribeEveryRouteAndNoOtherWhenServed() {
    assertEquals(String.join("\n", new TreeSet<>(routes)), String.join("\n", new TreeSet<>(description.operations())));
  }

  @Test
  void shouldBeOpenApi31WhenRead() {
    assertTrue(document.get("openapi").asString().startsWith("3.1."));
    assertTrue(document.at("/info/title").isString() && document.at("/info/version").isString());
    assertEquals(Set.of(), unresolved(document, new HashSet<>()));
    Set<String> operationIds = new HashSet<>();
    Set<String> tags = new HashSet<>(document.get("tags").findValuesAsString("name"));
    document.get("paths").properties().forEach(path -> {
      assertTrue(path.getKey().startsWith("/"));
      path.getValue().properties().stream().filter(entry -> !entry.getKey().equals("parameters")).forEach(entry -> {
        String what = entry.getKey() + " " + path.getKey();
        JsonNode operation = entry.getValue();
        assertTrue(Set.of("get", "put", "post", "delete").contains(entry.getKey()), what);
        assertTrue(operationIds.add(operation.get("operationId").asString()), what + ": its id is taken");
        assertTrue(tags.contains(operation.at("/tags/0").asString()), what);
        assertFalse(operation.get("summary").asString().isBlank(), what);
        assertEquals(named(path.getKey()), declared(path.getValue(), operation), what);
        operation.get("responses").properties().forEach(response -> {
          assertTrue(response.getKey().matches("[1-5][0-9]{2}|default"), what);
          assertTrue(resolved(response.getValue()).get("description").isString(), what);
        });
        assertEquals("#/components/responses/Problem", operation.at("/responses/default/$ref").asString(), what);
      });
    });
  }

  @Test
  void shouldHaveStrictSchemasOfTheDialectWhenRead() {
    Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    List<String> loose = new ArrayList<>();
    document.at("/components/schemas").properties().forEach(schema -> {
      assertEquals(List.of(), metaSchema.validate(schema.getValue()), schema.getKey());
      // Payloads of the contract are in lower case: a newer bar may tell more.
      if (Character.isUpperCase(schema.getKey().charAt(0)) && schema.getValue().has("properties")
          && !schema.getValue().path("additionalProperties").isBoolean()) {
        loose.add(schema.getKey());
      }
    });
    assertEquals(List.of(), loose);
  }

  private static Set<String> named(String path) {
    return PARAMETER.matcher(path).results().map(result -> result.group(1)).collect(Collectors.toSet());
  }

  private Set<String> declared(JsonNode path, JsonNode operation) {
    Set<String> names = new HashSet<>();
    for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
      list.forEach(parameter -> {
        JsonNode there = resolved(parameter);
        if (there.get("in").asString().equals("path")) {
          assertTrue(there.get("required").asBoolean());
          names.add(there.get("name").asString());
        }
      });
    }
    return names;
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isString() ? document.at(reference.asString().substring(1)) : node;
  }

  private Set<String> unresolved(JsonNode node, Set<String> found) {
    if (node.path("$ref").isString() && resolved(node).isMissingNode()) {
      found.add(node.get("$ref").asString());
    }
    node.forEach(child -> unresolved(child, found));
    return found;
  }
}
