package io.plumbline.daemon.app;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.rep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.ToldKind;
import io.plumbline.daemon.domain.training.TrainingJson;
import io.plumbline.daemon.support.Entries;
import io.plumbline.daemon.support.Summaries;
import io.plumbline.daemon.support.TestBar;
import io.plumbline.daemon.support.TestPage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API on athletes, their sets and what people tell, over HTTP to a whole daemon.
class TrainingApiTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TrainingJson JSON = new TrainingJson();
  private static final String ADA = "{'name':'Ada','birth_year':1984,'zone':'Europe/Berlin','body_mass_kg':null,'one_rep_maxima':[]}";
  private static final String AS_TOLD = "{'owner':null,'exercise':null,'load_kg':null,'started_at':null,'removed_reps':[],"
      + "'notes':{'role':null,'belted':null,'grip':null,'rpe':null,'note':null}}";
  private static final String SET = "api/sets/" + BAR + "/" + JOURNAL + "/1";

  @TempDir
  Path folder = Path.of("set by JUnit");

  private Daemon start() throws DaemonStartException {
    return Daemon.start(DaemonConfig.ephemeral(folder));
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  private static JsonNode tree(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  private static String etag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    if (status >= 400) {
      assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
      assertEquals(status, tree(response).get("status").asInt());
      assertTrue(tree(response).get("detail").asString().length() > 5, response.body());
    }
    return response;
  }

  private static String newAthlete(TestPage page) throws Exception {
    HttpResponse<String> made = expect(201, page.send("POST", "api/athletes", json(ADA)));
    String id = tree(made).get("id").asString();
    assertEquals("/api/athletes/" + id, made.headers().firstValue("Location").orElse(""));
    return id;
  }

  @Test
  void shouldKeepChangeAndRemoveWhenPeopleTellAnyKindOfThing() throws Exception {
    try (Daemon daemon = start(); TestPage page = new TestPage(daemon.httpUri())) {
      String athlete = "api/athletes/" + newAthlete(page);
      for (Told told : Entries.oneOfEach()) {
        String all = athlete + "/" + ToldKind.of(told).plural();
        String one = all + "/" + told.id();
        String body = JSON.write(told);
        expect(201, page.send("PUT", one, body, "If-None-Match", "*"));
        // As from a phone that did not hear the answer.
        expect(412, page.send("PUT", one, body, "If-None-Match", "*"));
        HttpResponse<String> got = expect(200, page.get(one));
        assertEquals(body, got.body());
        assertEquals(304, page.send("GET", one, "", "If-None-Match", etag(got)).statusCode());
        expect(428, page.send("PUT", one, body));
        HttpResponse<String> changed = expect(200, page.send("PUT", one, body, "If-Match", etag(got)));
        expect(412, page.send("PUT", one, body, "If-Match", etag(got)));
        expect(412, page.send("DELETE", one, "", "If-Match", "W/" + etag(changed)));
        assertEquals(MAPPER.readTree(body), tree(expect(200, page.get(all))).get("items").get(0).get("value"));
        expect(204, page.send("DELETE", one, "", "If-Match", etag(changed)));
        expect(404, page.get(one));
        JsonNode changes = tree(expect(200, page.get(one + "/changes"))).get("items");
        assertEquals(3, changes.size());
        assertTrue(changes.get(0).get("after").isNull());
        assertEquals(MAPPER.readTree(body), changes.get(0).get("before"));
        assertEquals("local", changes.get(0).get("by").asString());
      }
      expect(200, page.get("api/status"));
    }
  }

  @Test
  void shouldGiveEveryEntryOnceNewestFirstWhenAListIsReadPageByPage() throws Exception {
    try (Daemon daemon = start(); TestPage page = new TestPage(daemon.httpUri())) {
      String all = "api/athletes/" + newAthlete(page) + "/check-ins";
      for (int i = 0; i < 5; i++) {
        String body = JSON.write(Entries.checkIn("unused", Entries.NOW.plusSeconds(60L * (i / 2)), i))
            .replace("\"id\":\"unused\",", "");
        expect(201, page.send("POST", all, body));
      }
      List<String> times = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode part = tree(expect(200, page.get(all + "?limit=2" + cursor)));
        StreamSupport.stream(part.get("items").spliterator(), false)
            .forEach(item -> times.add(item.get("value").get("at").asString()));
        cursor = part.get("next").isNull() ? "" : "&cursor=" + part.get("next").asString();
      } while (!cursor.isEmpty());
      assertEquals(5, times.size());
      assertEquals(times.stream().sorted().toList().reversed(), times);
    }
  }

  @Test
  void shouldCorrectReassignAndRestoreWhenASetIsChanged() throws Exception {
    try (Daemon daemon = start();
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      String bob = newAthlete(page);
      bar.publish(Channel.REP, rep(key(1), 1, 1, 0.5, "Cleo"));
      bar.publish(Channel.REP, rep(key(2), 1, 2, 0.6, "Cleo"));
      bar.awaitStoredUpTo(2);
      JsonNode athletes = tree(page.get("api/athletes")).get("items");
      assertEquals(List.of("Ada", "Cleo"), List.of(athletes.get(0).get("value").get("name").asString(),
          athletes.get(1).get("value").get("name").asString()));
      String cleo = athletes.get(1).get("value").get("id").asString();
      HttpResponse<String> before = expect(200, page.get(SET + "/correction"));
      page.listen();
      assertEquals("\"0\"", etag(before));
      assertEquals(json(AS_TOLD), before.body());
      String correction = json(AS_TOLD).replace("\"owner\":null", "\"owner\":{\"athlete_id\":\"" + bob + "\"}")
          .replace("[]", "[2]").replace("\"load_kg\":null", "\"load_kg\":102.5");
      HttpResponse<String> corrected = expect(200,
          page.send("PUT", SET + "/correction", correction, "If-Match", etag(before)));
      assertEquals("{}", page.await("resync").data(), "every open page looks again");
      expect(412, page.send("PUT", SET + "/correction", correction, "If-Match", etag(before)));
      JsonNode set = tree(page.get("api/athletes/" + bob + "/sets")).get("items").get(0);
      assertEquals(102.5, set.get("load_kg").asDouble());
      assertEquals("corrected", set.get("load_source").asString());
      assertEquals(false, set.get("reps").get(1).get("counted").asBoolean());
      assertEquals(set, tree(page.get(SET + "/trained")));
      assertEquals(0, tree(page.get("api/athletes/" + cleo + "/sets")).get("items").size());
      JsonNode session = tree(page.get("api/athletes/" + bob + "/sessions")).get("items").get(0);
      assertEquals(set, session.get("sets").get(0));
      assertEquals(set.get("started_at"), session.get("started_at"));
      expect(200, page.send("PUT", SET + "/correction",
          json(AS_TOLD).replace("\"owner\":null", "\"owner\":{\"athlete_id\":null}"), "If-Match", etag(corrected)));
      assertEquals(1, tree(page.get("api/unassigned-sets")).get("items").size());
      assertEquals(2, tree(page.get(SET + "/changes")).get("items").size());
      assertEquals(Summaries.json(rep(key(2), 1, 2, 0.6, "Cleo")),
          page.get("api/reps/" + BAR + "/" + JOURNAL + "/2").body(), "what the bar told stays");
      expect(422, page.send("PUT", SET + "/correction", correction.replace("[2]", "[9]"), "If-Match", "\"2\""));
      expect(404, page.send("PUT", SET.replace("/1", "/7") + "/correction", correction, "If-Match", "\"0\""));
      // Cleo's name was a typing mistake.
      expect(200, page.send("POST", "api/athletes/" + bob + "/bar-names", json("{'name':'Cleo'}")));
      assertEquals(List.of("Ada", "Cleo"), MAPPER.convertValue(
          tree(page.get("api/athletes/" + bob + "/bar-names")).get("items"), List.class));
    }
  }

  @Test
  void shouldGiveEverySessionOnceNewestFirstWhenYearsLieBetween() throws Exception {
    try (Daemon daemon = start();
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      List<String> times = List.of("2026-11-20T17:00:00Z", "2026-11-20T09:00:00Z", "2026-11-19T17:00:00Z",
          "2026-11-18T17:00:00Z", "2026-01-01T17:00:00Z", "2024-01-01T17:00:00Z", "2001-01-01T17:00:00Z");
      for (int number = 1; number <= times.size(); number++) {
        bar.publish(Channel.REP, rep(key(number), number, 1, 0.5));
      }
      bar.awaitStoredUpTo(times.size());
      for (int number = 1; number <= times.size(); number++) {
        expect(200, page.send("PUT", SET.replace("/1", "/" + number) + "/correction",
            json(AS_TOLD).replace("\"started_at\":null", "\"started_at\":\"" + times.get(number - 1) + "\""),
            "If-Match",
            "\"0\""));
      }
      String id = tree(page.get("api/athletes")).get("items").get(0).get("value").get("id").asString();
      for (int limit : new int[]{1, 2, 3, 50}) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
          JsonNode part = tree(expect(200, page.get("api/athletes/" + id + "/sessions?limit=" + limit + cursor)));
          StreamSupport.stream(part.get("items").spliterator(), false)
              .forEach(item -> found.add(item.get("started_at").asString()));
          cursor = part.get("next").isNull() ? "" : "&cursor=" + part.get("next").asString();
        } while (!cursor.isEmpty());
        assertEquals(times, found, "limit " + limit);
      }
    }
  }

  @Test
  void shouldKnowTheAthleteWhenABarTellsTheirNameAfterwards() throws Exception {
    try (Daemon daemon = start();
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      String ada = "api/athletes/" + newAthlete(page);
      bar.publish(Channel.REP, rep(key(1), 1, 1, 0.5, "ADA"));
      bar.awaitStoredUpTo(1);
      assertEquals(1, tree(page.get(ada + "/sets")).get("items").size());
      HttpResponse<String> read = expect(200, page.get(ada));
      expect(200, page.send("PUT", ada, json(ADA).replace("1984", "1985"), "If-Match", etag(read)));
      assertEquals(1985, tree(page.get(ada)).get("birth_year").asInt());
      assertEquals(2, tree(page.get(ada + "/changes")).get("items").size());
      HttpResponse<String> rules = expect(200, page.get(ada + "/rule-overrides"));
      expect(200, page.send("PUT", ada + "/rule-overrides", json("{'values':{'rest_h':60}}"), "If-Match",
          etag(rules)));
      assertEquals(json("{'values':{'rest_h':60.0}}"), page.get(ada + "/rule-overrides").body());
      HttpResponse<String> wrong = expect(400, page.send("PUT", ada + "/rule-overrides",
          json("{'values':{'rest.hours':60,'rest_after_hard_h':6}}"), "If-Match",
          etag(page.get(ada + "/rule-overrides"))));
      assertEquals(
          "values: no rule has a number rest.hours; the nearest is rest_h; rest_after_hard_h must be 12 to 336, but is 6",
          tree(wrong).get("detail").asString());
      assertEquals(json("{'values':{'rest_h':60.0}}"), page.get(ada + "/rule-overrides").body());
    }
  }

  @Test
  void shouldSayWhatIsWrongAndChangeNothingWhenARequestMakesNoSense() throws Exception {
    try (Daemon daemon = start(); TestPage page = new TestPage(daemon.httpUri())) {
      String ada = "api/athletes/" + newAthlete(page);
      expect(415, page.send("POST", "api/athletes", json(ADA), "Content-Type", "text/plain"));
      expect(403, page.send("POST", "api/athletes", json(ADA), "Origin", "http://evil.example"));
      expect(403, page.send("DELETE", ada + "/marks/x", "", "If-Match", "\"1\"", "Origin", "null"));
      String own = daemon.httpUri().substring(0, daemon.httpUri().length() - 1);
      expect(201, page.send("POST", ada + "/marks", json("{'at':'2026-11-23T17:00:00Z','kind':'filmed','note':null}"),
          "Origin", own));
      String detail = tree(expect(400, page.send("POST", "api/athletes", json(ADA).replace("1984", "84"))))
          .get("detail").asString();
      assertEquals("birth_year must be 1900 to 2100, but is 84", detail);
      expect(400, page.send("POST", "api/athletes", "[]"));
      expect(400, page.send("POST", "api/athletes", ""));
      expect(400, page.send("POST", "api/athletes", json("{'name':'Ada'}")));
      expect(400, page.send("POST", ada + "/bar-names", json("{'name':' '}")));
      expect(400, page.get(ada + "/marks?cursor=zzz"));
      expect(400, page.get(ada + "/sets?cursor=MSBhLTE"));
      expect(400, page.get(ada + "/marks?limit=0"));
      expect(400, page.get("api/athletes/..%2Fx"));
      expect(404, page.get("api/athletes/nobody"));
      expect(404, page.get("api/athletes/nobody/sessions"));
      expect(404, page.get("api/athletes/nobody/sets"));
      expect(404, page.get("api/athletes/nobody/marks"));
      expect(404, page.get("api/sets/a/b/1/correction"));
      expect(400, page.get("api/sets/a/b/x/correction"));
      expect(404, page.send("POST", "api/athletes/nobody/marks",
          json("{'at':'2026-11-23T17:00:00Z','kind':'filmed','note':null}")));
      expect(405, page.send("DELETE", "api/athletes", ""));
      expect(413, page.send("POST", "api/athletes", json(ADA) + " ".repeat(2_000_000)));
      assertEquals(1, tree(page.get("api/athletes")).get("items").size());
      assertEquals(1, tree(page.get(ada + "/marks")).get("items").size());
    }
  }
}
