package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.support.TestPage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the coach says, over HTTP to a whole daemon.
class CoachApiTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String ADA = "{'name':'Ada','birth_year':1984,'zone':'Europe/Berlin','body_mass_kg':null,'one_rep_maxima':[]}";

  @TempDir
  Path folder = Path.of("set by JUnit");

  private static JsonNode ok(HttpResponse<String> response) {
    assertEquals(2, response.statusCode() / 100, response.body());
    return MAPPER.readTree(response.body());
  }

  @Test
  void shouldAdviseAndExplainWhenAnAthleteToldOfALiftAndOfSoreness() throws Exception {
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder)); TestPage page = new TestPage(daemon.httpUri())) {
      String athlete = "api/athletes/"
          + ok(page.send("POST", "api/athletes", ADA.replace('\'', '"'))).get("id").asString();
      assertEquals("unknown", ok(page.get(athlete + "/coach")).at("/readiness/word").asString());
      Instant earlier = Instant.now().minusSeconds(3600);
      ok(page.send("POST", athlete + "/check-ins",
          ("{'at':'" + earlier + "','soreness':5,'areas':[],'sharp':false,'spreading':false}").replace('\'', '"')));
      JsonNode report = ok(page.get(athlete + "/coach"));
      assertEquals("lighter", report.at("/readiness/word").asString());
      assertEquals(3, report.at("/findings/0/limit").asInt());
      assertEquals("When to seek help", report.at("/safety/title").asString());
      JsonNode parts = ok(page.get(athlete + "/explain")).get("items");
      assertTrue(StreamSupport.stream(parts.spliterator(), false)
          .flatMap(part -> StreamSupport.stream(part.get("fired").spliterator(), false))
          .anyMatch(rule -> rule.get("rule").asString().equals("soreness")
              && rule.at("/numbers/0/id").asString().equals("soreness_limit_score")),
          parts.toString());
      assertEquals(404, page.get("api/athletes/nobody/coach").statusCode());
    }
  }
}
