package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.support.Visitor;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody may try who is not let in, on a whole daemon over HTTP.
class AccountAttackTest {
  private static final String PASSWORD = "three plates a side";
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @TempDir
  Path folder = Path.of("set by JUnit");
  private Daemon daemon;
  private Visitor coach;
  private Visitor nobody;

  @BeforeEach
  void start() throws Exception {
    daemon = Daemon.start(DaemonConfig.ephemeral(folder).withAccounts());
    coach = new Visitor(daemon.httpUri());
    nobody = new Visitor(daemon.httpUri());
    assertEquals(401, nobody.in("api/setup", setup("0000-0000-0000-0000")).statusCode());
    assertEquals(200, coach.in("api/setup", setup(String.valueOf(daemon.setupCode()))).statusCode());
  }

  @AfterEach
  void stop() {
    coach.close();
    nobody.close();
    daemon.close();
  }

  private static String setup(String code) {
    return "{\"code\":\"" + code + "\",\"name\":\"Coach\",\"password\":\"" + PASSWORD + "\"}";
  }

  private static String login(String name, String password) {
    return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }

  @Test
  void shouldGiveACookieThatNoScriptReadsWhenSomebodyLogsIn() throws Exception {
    String cookie = nobody.in("api/login", login("coach", PASSWORD)).headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"), cookie);
    assertEquals(200, nobody.ask("GET", "api/accounts", "").statusCode());
    String old = nobody.cookie();
    assertEquals(204, nobody.ask("POST", "api/logout", "{}").statusCode());
    nobody.takeCookie(old);
    assertEquals(401, nobody.ask("GET", "api/accounts", "").statusCode());
  }

  @Test
  void shouldMakeANewSessionWhenACookieWasPlanted() throws Exception {
    nobody.takeCookie("plumbline_session=planted");
    assertEquals(200, nobody.in("api/login", login("Coach", PASSWORD)).statusCode());
    assertNotEquals("plumbline_session=planted", nobody.cookie());
    nobody.takeCookie("plumbline_session=planted");
    assertEquals(401, nobody.ask("GET", "api/accounts", "").statusCode());
  }

  @Test
  void shouldKeepItsPeopleLoggedInWhenTheDaemonStartsAgain() throws Exception {
    daemon.close();
    daemon = Daemon.start(DaemonConfig.ephemeral(folder).withAccounts());
    assertEquals(null, daemon.setupCode(), "worth nothing once there is an account");
    try (Visitor again = new Visitor(daemon.httpUri())) {
      again.takeCookie(coach.cookie());
      assertEquals(200, again.ask("GET", "api/accounts", "").statusCode());
    }
  }

  @Test
  void shouldRefuseAChangeWhenAForeignPageSendsIt() throws Exception {
    String body = "{\"name\":\"Second\",\"role\":\"coach\",\"athlete_id\":null}";
    Map<String, String> token = Map.of("X-CSRF-Token", coach.csrfToken());
    for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("X-CSRF-Token", "guess"),
        Map.of("X-CSRF-Token", coach.csrfToken(), "Origin", "http://evil.example"),
        Map.of("X-CSRF-Token", coach.csrfToken(), "Sec-Fetch-Site", "cross-site"))) {
      assertEquals(403, coach.send("POST", "api/accounts", body, headers).statusCode(), headers.keySet().toString());
    }
    assertEquals(403, nobody.send("POST", "api/login", login("Coach", PASSWORD), Map.of("Origin", "null"))
        .statusCode(), "nor logs a foreign page anybody in");
    assertEquals(201, coach.send("POST", "api/accounts", body, token).statusCode());
  }

  @Test
  void shouldSlowDownWhenPasswordsAreGuessed() throws Exception {
    assertEquals(401, nobody.in("api/login", login("admin", "admin")).statusCode());
    int status = 0;
    HttpResponse<String> last = nobody.in("api/login", login("Coach", "' OR '1'='1"));
    for (int i = 0; i < 20 && status != 429; i++) {
      last = nobody.in("api/login", login("Coach", "guess " + i));
      status = last.statusCode();
    }
    assertEquals(429, status);
    assertTrue(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()) >= 1);
    assertEquals(429, nobody.in("api/login", login("Coach", PASSWORD)).statusCode());
    assertEquals(200, coach.ask("GET", "api/audit", "").statusCode(), "who is in stays in");
    assertTrue(coach.ask("GET", "api/audit", "").body().contains("login-failed"));
  }

  @Test
  void shouldKeepNamesAsTextWhenTheyAreMarkupOrSql() throws Exception {
    for (String name : List.of(SCRIPT, "x'); DROP TABLE account; --")) {
      assertEquals(201, coach.ask("POST", "api/accounts",
          "{\"name\":\"" + name + "\",\"role\":\"coach\",\"athlete_id\":null}").statusCode());
      HttpResponse<String> all = coach.ask("GET", "api/accounts", "");
      assertTrue(all.body().contains(name), all.body());
      assertEquals("application/json", all.headers().firstValue("Content-Type").orElse(""));
      assertEquals("nosniff", all.headers().firstValue("X-Content-Type-Options").orElse(""));
    }
  }

  @Test
  void shouldTellBrowsersToBeStrictWhenAnythingIsAsked() throws Exception {
    HttpHeaders headers = nobody.ask("GET", "account.html", "").headers();
    assertTrue(headers.firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'self'"));
    assertEquals("DENY", headers.firstValue("X-Frame-Options").orElse(""));
    assertEquals("same-origin", headers.firstValue("Cross-Origin-Opener-Policy").orElse(""));
  }

  @Test
  void shouldServeNothingElseWhenPathsOrBodiesAreOdd() throws Exception {
    for (String path : List.of("..%2f..%2fplumbline.db", "js/..%2f..%2f..%2fetc/passwd", "%2e%2e/%2e%2e/etc/passwd",
        "api/athletes/..%2f..%2faccounts")) {
      int status = nobody.ask("GET", path, "").statusCode();
      assertTrue(status >= 400 && status < 500, path + ": " + status);
    }
    assertEquals(413, nobody.ask("POST", "api/login", login("a".repeat(2_000_000), "b")).statusCode());
    assertFalse(nobody.ask("GET", "api/session", "").body().contains("\"csrf_token\":\""));
  }

  @Test
  void shouldWriteDownWhoTookDataAwayOrDeletedThemWhenACoachDoes() throws Exception {
    String athlete = "{\"name\":\"Zoë\",\"zone\":\"UTC\",\"one_rep_maxima\":[]}";
    String id = coach.ask("POST", "api/athletes", athlete).body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertEquals(200, coach.ask("GET", "api/athletes/" + id + "/export", "").statusCode());
    String one = "api/athletes/" + id;
    Map<String, String> token = Map.of("X-CSRF-Token", coach.csrfToken());
    assertEquals(428, coach.send("DELETE", one, "", token).statusCode());
    Map<String, String> stale = Map.of("X-CSRF-Token", coach.csrfToken(), "If-Match", "\"9\"");
    assertEquals(412, coach.send("DELETE", one, "", stale).statusCode());
    Map<String, String> right = Map.of("X-CSRF-Token", coach.csrfToken(), "If-Match", "\"1\"");
    HttpResponse<String> certificate = coach.send("DELETE", one, "", right);
    assertEquals(200, certificate.statusCode(), certificate.body());
    assertTrue(certificate.body().contains("\"by\":\"Coach\""), certificate.body());
    assertEquals(404, coach.ask("GET", one, "").statusCode());
    String audit = coach.ask("GET", "api/audit", "").body();
    for (String action : List.of("exported", "deleted")) {
      assertTrue(audit.contains("\"action\":\"" + action + "\",\"subject\":\"" + id + "\""), audit);
    }
  }

  @Test
  void shouldEndTheStreamWhenItsSessionHasEnded() throws Exception {
    assertEquals(200, nobody.in("api/login", login("coach", PASSWORD)).statusCode());
    HttpRequest request = HttpRequest.newBuilder(URI.create(daemon.httpUri() + "api/events"))
        .header("Accept", "text/event-stream").header("Cookie", nobody.cookie()).build();
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream events = client
            .send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      assertTrue(events.read() >= 0);
      assertEquals(204, nobody.ask("POST", "api/logout", "{}").statusCode());
      assertTrue(events.readAllBytes().length > 0, "and this returns");
    }
  }
}
