package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.system.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How fast the pages are, beside an empty page in the same browser: prints a table. Times are not judged here, only that something was measured.
@Tag("campaign")
class PageSpeedTest {
  private static final String FRAMES = """
    window.frames = null;
    (() => {
      const times = [];
      const next = (time) => { times.push(time); if (time - times[0] < 10000) { requestAnimationFrame(next); } else {
        const gaps = times.slice(1).map((one, i) => one - times[i]).sort((a, b) => a - b);
        window.frames = { perS: 1000 * gaps.length / (times.at(-1) - times[0]), p99Ms: gaps[Math.floor(0.99 * gaps.length)] };
      } };
      setTimeout(() => requestAnimationFrame(next), 2500); // what it costs to load is the first view's
    })();
    """;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void shouldPrintFramesAndFirstViewWhenTheBarMoves() throws Exception {
    try (Program demo = Program.plumbline("demo", "--http-port", "0", "--pause", "10");
        Browser browser = Pages.browser(folder.resolve("profile"))) {
      String base = demo.awaitLine("Dashboard: ");
      // The daemon and the bar share the processors with the browser; their first set is the compiler's.
      demo.awaitLine("set 2 rep 1");
      browser.size(1920, 1080, false);
      browser.forgetful();
      browser.open("about:blank");
      double blank = frames(browser).path("perS").asDouble();
      print("page", "frames/s", "of an empty page", "p99, ms", "first paint, ms", "bytes");
      for (String page : List.of("wall.html", "", "coach.html", "lift.html")) {
        browser.open(base + page);
        double firstMs = browser
            .await("performance.getEntriesByName('first-contentful-paint').map(one => one.startTime + 0.001)[0]")
            .asDouble();
        JsonNode frames = frames(browser);
        assertTrue(frames.path("perS").asDouble() > 0 && firstMs > 0, frames::toString);
        print("/" + page, "%.1f".formatted(frames.path("perS").asDouble()),
            "%.2fx".formatted(frames.path("perS").asDouble() / blank),
            "%.1f".formatted(frames.path("p99Ms").asDouble()),
            "%.0f".formatted(firstMs), "" + Pages.transferred(browser));
      }
    }
  }

  private static JsonNode frames(Browser browser) throws InterruptedException {
    browser.run(FRAMES);
    return browser.await("window.frames");
  }

  @SuppressWarnings("SystemOut")
  private static void print(String... cells) {
    System.out.println(String.format(Locale.ROOT, "%-12s %10s %18s %10s %16s %10s", (Object[]) cells));
  }
}
