package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.daemon.support.Summaries;
import io.plumbline.daemon.support.TestBar;
import io.plumbline.daemon.support.TestPage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
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
      assertLanguage(page, athlete, null, "en", "A lighter session suits today. You told of soreness 5 of 10;");
      assertLanguage(page, athlete, "de-AT, en;q=0.5", "de",
          "Heute passt eine leichtere Einheit. Du hast Muskelkater 5 von 10 angegeben;");
      assertLanguage(page, athlete, "fr", "en", "A lighter session suits today.");
      assertLanguage(page, athlete, ";;q=x", "en", "A lighter session suits today.");
      HttpResponse<String> overview = page.get("api/overview", "Accept-Language", "de");
      assertTrue(ok(page.get("api/overview")).at("/athletes/0/glance/readiness/text").asString()
          .startsWith("A lighter session"));
      assertTrue(ok(overview).at("/athletes/0/glance/readiness/text").asString().startsWith("Heute passt"),
          overview.body());
    }
  }

  private static void assertLanguage(TestPage page, String athlete, @Nullable String asked, String language,
      String begin) throws Exception {
    HttpResponse<String> answer = asked == null
        ? page.get(athlete + "/coach")
        : page.get(athlete + "/coach", "Accept-Language", asked);
    assertEquals(language, answer.headers().firstValue("Content-Language").orElse(""));
    String text = ok(answer).at("/readiness/text").asString();
    assertTrue(text.startsWith(begin), text);
  }

  @Test
  void shouldShowWeeksAndWhoNeedsALookWhenTwoAthletesTrain() throws Exception {
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder));
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), "bar-1")) {
      assertEquals(0, ok(page.get("api/overview")).get("athletes").size());
      String ada = ok(page.send("POST", "api/athletes", ADA.replace('\'', '"'))).get("id").asString();
      String bob = ok(page.send("POST", "api/athletes", ADA.replace('\'', '"').replace("Ada", "Bob"))).get("id")
          .asString();
      bar.publish(Channel.REP, Summaries.rep(Summaries.key(1), 1, 1, 0.5, "Bob"));
      bar.awaitStoredUpTo(1);
      assertEquals(bob, ok(page.get("api/athletes/" + bob)).get("id").asString());
      JsonNode weeks = ok(page.get("api/athletes/" + bob + "/weeks?weeks=8")).get("weeks");
      assertEquals(8, weeks.size());
      assertEquals(12, ok(page.get("api/athletes/" + ada + "/weeks")).get("weeks").size());
      assertEquals(400, page.get("api/athletes/" + ada + "/weeks?weeks=53").statusCode());
      assertEquals(404, page.get("api/athletes/nobody/weeks").statusCode());
      assertTrue(ok(page.get("api/overview")).at("/athletes/0/glance/soreness").isNull());

      // Nothing that is told may be hidden behind what was worked out before.
      String at = Instant.now().minusSeconds(3600).toString();
      ok(page.send("POST", "api/athletes/" + bob + "/check-ins",
          ("{'at':'" + at + "','soreness':6,'areas':[],'sharp':true,'spreading':false}").replace('\'', '"')));
      JsonNode first = ok(page.get("api/overview")).at("/athletes/0");
      assertEquals("Bob", first.get("name").asString(), "he needs a look first");
      assertEquals(6, first.at("/glance/soreness/score").asInt());
      assertTrue(first.at("/glance/suggestions").asInt() + first.at("/glance/flags").asInt() > 0, first::toString);
    }
  }
}
