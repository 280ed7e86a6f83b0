package io.plumbline.daemon.app;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.set;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.daemon.domain.training.Told;
import io.plumbline.daemon.domain.training.ToldKind;
import io.plumbline.daemon.domain.training.TrainingJson;
import io.plumbline.daemon.support.CsvText;
import io.plumbline.daemon.support.Entries;
import io.plumbline.daemon.support.ParquetText;
import io.plumbline.daemon.support.Summaries;
import io.plumbline.daemon.support.TestBar;
import io.plumbline.daemon.support.TestPage;
import io.plumbline.daemon.support.VttText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The export of an athlete, read back file by file and compared with what the API says.
class ExportTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TrainingJson JSON = new TrainingJson();
  /// Neither a formula nor a path where it is written.
  private static final String NAME = "=HYPERLINK(\"../../x\")";
  private static final String CORRECTION = "{'owner':null,'exercise':'deadlift-sumo','load_kg':102.5,'started_at':null,'removed_reps':[2],"
      + "'notes':{'role':'working','belted':true,'grip':'hook','rpe':8.5,'note':'-heavy, \\\"yes\\\"'}}";

  @TempDir
  Path folder = Path.of("set by JUnit");

  private static JsonNode ok(HttpResponse<String> response) {
    assertEquals(2, response.statusCode() / 100, response.body());
    return MAPPER.readTree(response.body());
  }

  private static Map<String, byte[]> zip(Daemon daemon, String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(URI.create(daemon.httpUri() + path)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      assertEquals("application/zip", answer.headers().firstValue("Content-Type").orElse(""));
      assertEquals("attachment; filename=\"plumbline-athlete.zip\"",
          answer.headers().firstValue("Content-Disposition").orElse(""));
      Map<String, byte[]> files = new LinkedHashMap<>();
      ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertTrue(entry.getName().matches("[a-zA-Z-]+\\.[a-z]+|traces/[0-9]{6}\\.csv"), entry.getName());
        files.put(entry.getName(), zip.readAllBytes());
      }
      return files;
    }
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name + " of " + files.keySet());
  }

  private static List<Map<String, String>> csv(Map<String, byte[]> files, String name) {
    return CsvText.read(new String(file(files, name), StandardCharsets.UTF_8));
  }

  @Test
  void shouldHoldEverythingAndNothingOfOthersWhenAnAthleteIsExported() throws Exception {
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder));
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      bar.publish(Channel.REP, rep(key(1), 1, 1, 0.5, NAME));
      bar.publish(Channel.TRACE, trace(key(1)));
      bar.publish(Channel.REP, rep(key(2), 1, 2, 0.45, NAME));
      bar.publish(Channel.SET, set(3, 1, List.of(1L, 2L)));
      bar.publish(Channel.REP, rep(key(4), 2, 1, 0.6, "Somebody else"));
      bar.awaitStoredUpTo(4);
      String athlete = "api/athletes/" + ok(page.get("api/athletes")).at("/items/0/value/id").asString();
      for (Told told : Entries.oneOfEach()) {
        ok(page.send("PUT", athlete + "/" + ToldKind.of(told).plural() + "/" + told.id(), JSON.write(told),
            "If-None-Match", "*"));
      }
      String set = "api/sets/" + BAR + "/" + JOURNAL + "/1";
      ok(page.send("PUT", set + "/correction", CORRECTION.replace('\'', '"'), "If-Match", "\"0\""));
      ok(page.send("PUT", athlete + "/rule-overrides", "{\"values\":{\"rest_h\":60}}", "If-Match", "\"0\""));

      Map<String, byte[]> files = zip(daemon, athlete + "/export?traces=true");
      JsonNode all = MAPPER.readTree(file(files, "athlete.json"));
      assertEquals(ok(page.get(athlete)), all.at("/athlete/value"));
      assertEquals(NAME, all.at("/bar_names/0").asString());
      assertEquals(60, all.at("/rule_overrides/value/values/rest_h").asInt());
      assertEquals(1, all.get("sets").size());
      JsonNode one = all.at("/sets/0");
      assertEquals(ok(page.get(set + "/trained")), one.get("trained"));
      assertEquals(ok(page.get(set + "/correction")), one.at("/correction/value"));
      assertEquals(ok(page.get(set)).get("rep_payloads"), one.get("reps"));
      assertEquals(ok(page.get(set)).get("summary"), one.get("summary"));
      assertEquals(MAPPER.readTree(Summaries.json(trace(key(1)))), one.at("/traces/0"));
      assertEquals(ok(page.get(set + "/changes")).get("items"), one.get("changes"));
      assertEquals(Entries.oneOfEach().size() + 1, all.get("changes").size());
      for (Told told : Entries.oneOfEach()) {
        String kind = ToldKind.of(told).plural();
        assertEquals(ok(page.get(athlete + "/" + kind)).get("items"), all.at("/entries/" + kind));
        assertEquals(told.id(), csv(files, kind + ".csv").getFirst().get("id"));
      }
      assertEquals("lower-back", csv(files, "check-ins.csv").getFirst().get("areas"));
      Map<String, String> set1 = csv(files, "sets.csv").getFirst();
      assertEquals("102.5", set1.get("load_kg"));
      assertEquals("1", set1.get("removed_reps"));
      assertEquals("'-heavy, \"yes\"", set1.get("notes_note"));

      List<Map<String, String>> reps = csv(files, "reps.csv");
      assertEquals(List.of("1", "2"), reps.stream().map(rep -> rep.get("sequence")).toList());
      assertEquals(List.of("true", "false"), reps.stream().map(rep -> rep.get("counted")).toList());
      assertEquals("'" + NAME, reps.getFirst().get("told_athlete"));
      assertEquals("-0.004", reps.getFirst().get("told_path_forward_min_m"));
      assertEquals("single-imu;no-rest-after", reps.getFirst().get("told_quality"));
      assertEquals(withoutApostrophes(reps), ParquetText.read(file(files, "reps.parquet")));
      List<Map<String, String>> curve = csv(files, reps.getFirst().getOrDefault("trace_file", ""));
      assertEquals(List.of("0.0", "0.8", "0.0"), curve.stream().map(point -> point.get("velocity_mps")).toList());
      assertEquals("", reps.get(1).get("trace_file"));
      assertEquals(404, page.get("api/athletes/nobody/export").statusCode());
      assertEquals(400, page.get(athlete + "/export?traces=1").statusCode());
    }
  }

  @Test
  void shouldGiveCaptionsWhenASetIsAskedForThem() throws Exception {
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder));
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), BAR)) {
      bar.publish(Channel.REP, rep(1));
      bar.awaitStoredUpTo(1);
      String captions = "api/sets/" + BAR + "/" + JOURNAL + "/1/captions.vtt";
      assertEquals(12_500, VttText.read(page.get(captions + "?starts_at_s=12.5").body()).getFirst().startMs());
      assertEquals(400, page.get(captions + "?starts_at_s=-1").statusCode());
      assertEquals(404, page.get(captions.replace("/1/", "/2/")).statusCode());
    }
  }

  /// Every measure that a payload has is in its line, under the name that it has there.
  @Test
  void shouldHaveAColumnForEveryMeasureWhenAPayloadHasAll() throws Exception {
    byte[] payload = example("rep");
    try (Daemon daemon = Daemon.start(DaemonConfig.ephemeral(folder));
        TestPage page = new TestPage(daemon.httpUri());
        TestBar bar = TestBar.connect(daemon.brokerUri(), "garage-bar")) {
      bar.publish(Channel.REP, payload);
      bar.awaitAck(ack -> true);
      String id = ok(page.get("api/athletes")).at("/items/0/value/id").asString();
      Map<String, String> line = csv(zip(daemon, "api/athletes/" + id + "/export"), "reps.csv").getFirst();
      Map<String, String> told = new LinkedHashMap<>();
      flatten(MAPPER.readTree(payload), "told", told);
      told.keySet().removeIf(name -> name.startsWith("told_key_") || List.of("told_contract", "told_type",
          "told_set_number", "told_rep_number").contains(name));
      assertTrue(told.size() > 60, told.size() + " " + told);
      told.forEach((name, value) -> assertEquals(value, line.get(name), name));
    }
  }

  /// A payload of the contract in which everything is measured.
  private static byte[] example(String name) throws IOException {
    try (InputStream stream = Objects
        .requireNonNull(ContractCodec.class.getResourceAsStream("/io/plumbline/contract/example/" + name + ".json"))) {
      return stream.readAllBytes();
    }
  }

  private static void flatten(JsonNode node, String name, Map<String, String> into) {
    if (node.isObject()) {
      node.properties().forEach(entry -> flatten(entry.getValue(), name + "_" + entry.getKey(), into));
    } else if (node.isNumber()) {
      into.put(name, node.isIntegralNumber() ? node.asString() : Double.toString(node.asDouble()));
    } else if (!node.isNull() && !node.isArray()) {
      into.put(name, node.asString());
    }
  }

  private static List<Map<String, String>> withoutApostrophes(List<Map<String, String>> rows) {
    return rows.stream().map(row -> {
      Map<String, String> plain = new LinkedHashMap<>();
      row.forEach((name, value) -> plain.put(name, value.startsWith("'") ? value.substring(1) : value));
      return plain;
    }).toList();
  }
}
