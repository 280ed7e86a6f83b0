package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages as people use them, in a browser, from the virtual bar to the page.
class DashboardTest {
  private static final JsonMapper JSON = new JsonMapper();
  /// A bar that lies there for a while.
  private static final String RESTING = """
    purpose = "Nobody lifts"
    exercise = "deadlift-conventional"
    seed = 7

    [[set]]
    load_kg = 100
    reps = 0
    rest_before_s = 600

    [[set.incident]]
    kind = "phone"
    """;
  private static final int MOST_BYTES = 200_000;

  /// A window with its theme.
  private record Look(String name, int width, int height, boolean phone, String theme) {}

  private static final List<Look> LOOKS = List.of(new Look("phone", 390, 844, true, "dark"),
      new Look("laptop", 1366, 800, false, "light"), new Look("wall", 1920, 1080, false, "dark"));
  /// Pages with what is there once they are drawn.
  private static final Map<String, String> PAGES = new TreeMap<>(Map.of(
      "", "document.querySelectorAll('rep-table tbody tr').length > 0",
      "wall.html", "document.querySelectorAll('velocity-bars rect.bar').length > 0",
      "lift.html", "document.querySelector('.ramp')",
      "lift.html#set", "document.querySelector('.rep-card')",
      "lift.html#check-in", "document.querySelector('.scores')",
      "coach.html",
      "document.querySelectorAll('.athletes tbody tr').length === 3 && document.querySelector('.bar-card .last')",
      "coach.html#/athlete/a-ben",
      "document.querySelectorAll('#weeks canvas').length === 8 && document.querySelector('#why details') && document.querySelector('#sets a') && document.querySelector('#profile canvas')",
      "coach.html#/set/demo-past/past-ben/60", "document.querySelectorAll('.pictures canvas').length === 2",
      "coach.html#/compare/demo-past/past-ben/20/demo-past/past-ben/60",
      "document.querySelectorAll('.pictures canvas').length === 3",
      "safety.html", "document.querySelector('.safety ul')"));

  @TempDir
  private Path folder = Path.of("");

  private @Nullable Program running;
  private String base = "";

  @BeforeEach
  void startTheDemo() throws IOException {
    // One set, then a long rest: what is tried here shall not wait for a simulated lifter.
    start("600");
  }

  private void start(String pauseS) throws IOException {
    Program demo = Program.plumbline("demo", "--http-port", "0", "--speed", "4", "--pause", pauseS, "--data",
        folder.resolve("data").toString());
    running = demo;
    base = demo.awaitLine("Dashboard: ");
  }

  private Program demo() {
    return Objects.requireNonNull(running);
  }

  @AfterEach
  void stopTheDemo() throws IOException {
    demo().close();
  }

  private Browser browser() throws IOException, InterruptedException {
    return Pages.browser(folder.resolve("profile"));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JSON.readTree(
          client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString()).body());
    }
  }

  @Test
  void shouldShowRepAndStopOnTheWallWhenTheLifterTires() throws Exception {
    demo().close();
    start("12");
    try (Browser browser = browser()) {
      browser.size(1920, 1080, false);
      browser.open(base + "wall.html");
      browser.await("document.querySelector('wall-velocity .big').innerText.match(/^\\d\\.\\d\\d/)");
      browser.run(
          "window.stops = []; new MutationObserver(() => { const stop = document.querySelector('stop-screen.stop');"
              + " if (stop && !stop.hidden) { const box = stop.getBoundingClientRect();"
              + " window.stops.push([stop.innerText, box.width, box.height]); } })"
              + ".observe(document.querySelector('stop-screen'), {childList: true, attributes: true})");
      browser.await("document.querySelector('.slack .grade strong')?.innerText");
      assertTrue(browser.await("document.querySelector('force-ramp polyline').points.length").asInt() > 20,
          "the force ramp of the slack pull is drawn");
      browser.await("document.querySelector('bar-path polyline.stored') && document.querySelector('bar-path .plumb')");
      browser.await("document.querySelector('plate-view .sides').innerText.includes('kg')");
      browser.picture("wall-live");
      demo().awaitLine("set 7 rep ");
      JsonNode stop = browser.await("window.stops[0]");
      assertAll(() -> assertTrue(stop.get(0).asString().startsWith("STOP"), stop::toString),
          () -> assertEquals(1920, stop.get(1).asInt()), () -> assertEquals(1080, stop.get(2).asInt()));
    }
  }

  @Test
  void shouldSaveACheckInWhenALifterTapsThreeTimes() throws Exception {
    try (Browser browser = browser()) {
      browser.size(390, 844, true);
      browser.open(base + "lift.html#check-in");
      Pages.press(browser, "Ada");
      Pages.press(browser, "4");
      Pages.press(browser, "lower back");
      Pages.press(browser, "Save");
      browser.await("document.querySelector('.toast').innerText === 'Saved. Thank you.'");
      JsonNode told = get("api/athletes/a-ada/check-ins?limit=1").at("/items/0/value");
      assertAll(() -> assertEquals(4, told.path("soreness").asInt()),
          () -> assertEquals("lower-back", told.at("/areas/0").asString()));
      browser.await("document.querySelector('.told li').innerText.includes('4/10')");
    }
  }

  @Test
  void shouldTakeTheBarWhenALifterStartsASession() throws Exception {
    // Nobody can tell the demonstration's lifter what to do: a daemon with its past, and a bar that listens.
    demo().close();
    Path scenario = Files.writeString(folder.resolve("resting.toml"), RESTING);
    try (Program daemon = Program.plumbline("daemon", "--no-accounts", "--data", folder.resolve("data").toString(),
        "--http-port", "0", "--mqtt-port", "0")) {
      String broker = daemon.awaitLine("Broker: ").split(" ", -1)[0];
      base = daemon.awaitLine("Dashboard: ");
      try (Program bar = Program.plumbline("bar", "--virtual", scenario.toString(), "--bar-id", "garage", "--no-record",
          "--broker", broker); Browser browser = browser()) {
        browser.size(390, 844, true);
        browser.open(base + "lift.html");
        Pages.press(browser, "Cleo");
        browser.await("(bar => { bar.value = 'garage'; return bar.value === 'garage'; })"
            + "(document.querySelector('.there select'))");
        Pages.press(browser, "Lift now");
        browser.await("document.querySelector('.toast').innerText === 'garage is yours.' && location.hash === '#set'");
        browser.await("fetch('/api/bars').then(r => r.json())"
            + ".then(bars => { window.holder = bars.find(one => one.bar_id === 'garage').state.athlete; })"
            + " && window.holder === 'Cleo'");
        assertTrue(bar.isAlive());
        browser.picture("lift-set");
      }
    }
  }

  @Test
  void shouldLayTwoSetsOverEachOtherWhenACoachComparesThem() throws Exception {
    try (Browser browser = browser()) {
      browser.open(base + "coach.html");
      Pages.press(browser, "Ben");
      browser.await("document.querySelectorAll('#sets input[type=checkbox]').length > 8");
      browser.run("[...document.querySelectorAll('#sets input[type=checkbox]')].filter((one, i) => i === 4 || i === 11)"
          + ".forEach(one => one.click())");
      Pages.press(browser, "Compare the two");
      browser.await("document.querySelectorAll('.pictures canvas').length === 3");
      JsonNode trails = browser
          .await("['stored', 'second'].map(name => document.querySelectorAll('polyline.' + name).length)");
      assertTrue(trails.get(0).asInt() > 1 && trails.get(1).asInt() > 1, () -> "paths of both sets: " + trails);
      browser.picture("coach-compare");
    }
  }

  @Test
  void shouldSayHowOldItIsAndConnectAgainWhenTheDaemonIsKilled() throws Exception {
    demo().close();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String address = "http://127.0.0.1:" + port + "/";
    try (Browser browser = browser()) {
      try (Program daemon = daemon(port)) {
        daemon.awaitLine("Dashboard: ");
        browser.open(address + "coach.html");
        browser.await(
            "document.querySelectorAll('.athletes tbody tr').length === 3 && navigator.serviceWorker.controller");
        browser.open(address + "lift.html#check-in");
        Pages.press(browser, "Ben");
        browser.await("document.querySelector('link-status').innerText === 'Live' && document.querySelector('.told')");
        daemon.signal("KILL");
        daemon.awaitEnd();
      }
      browser.await("document.querySelector('link-status').innerText.startsWith('Daemon not reached')");
      Pages.press(browser, "2");
      Pages.press(browser, "Save");
      browser.await("document.querySelector('.toast').innerText.startsWith('The daemon is not reached. It is kept')");
      browser.open(address + "coach.html");
      browser.await("document.querySelectorAll('.athletes tbody tr').length === 3"
          + " && document.querySelector('.age').innerText.startsWith('The daemon is not reached')");
      browser.picture("coach-offline");
      Pages.assertAccessible(browser, "offline");
      browser.open(address + "lift.html#check-in");
      browser.await("document.querySelector('.check-in').innerText.includes('1 entry waits on this phone')");
      try (Program daemon = daemon(port)) {
        daemon.awaitLine("Dashboard: ");
        browser.await("document.querySelector('link-status').innerText === 'Live'");
        browser.await("fetch('/api/athletes/a-ben/check-ins?limit=1').then(r => r.json())"
            + ".then(list => { window.told = list.items[0].value.soreness; }) && window.told === 2");
      }
    }
  }

  private Program daemon(int port) throws IOException {
    return Program.plumbline("daemon", "--no-accounts", "--data", folder.resolve("data").toString(), "--http-port",
        Integer.toString(port), "--mqtt-port", "0");
  }

  @Test
  void shouldKeepNobodyOutWhenEachPageIsOpenedInEachSizeAndTheme() throws Exception {
    demo().awaitLine("set 1 rep 3");
    try (Browser browser = browser()) {
      browser.open(base + "lift.html");
      Pages.press(browser, "Ada");
      browser.await("document.querySelector('.ramp')");
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        for (Look look : LOOKS) {
          browser.theme(look.theme);
          browser.size(look.width, look.height, look.phone);
          browser.open("about:blank");
          browser.open(base + page.getKey());
          browser.await(page.getValue());
          String name = page.getKey().replaceAll("[^a-z]+", "-") + "-" + look.name + "-" + look.theme;
          browser.picture("page-" + name);
          Pages.assertAccessible(browser, name);
          assertTrue(browser.await("[document.documentElement.scrollWidth <= innerWidth]").get(0).asBoolean(),
              () -> name + " is wider than its window");
        }
      }
    }
  }

  @Test
  void shouldBeSmallWhenItIsOpenedForTheFirstTime() throws Exception {
    try (Browser browser = browser()) {
      browser.forgetful();
      for (String page : List.of("", "wall.html", "lift.html", "coach.html")) {
        browser.open(base + page);
        browser.await("document.readyState === 'complete' && document.querySelector('nav.pages a')");
        int bytes = Pages.transferred(browser);
        assertTrue(bytes > 10_000 && bytes <= MOST_BYTES, "/" + page + " takes " + bytes + " bytes");
      }
    }
  }
}
