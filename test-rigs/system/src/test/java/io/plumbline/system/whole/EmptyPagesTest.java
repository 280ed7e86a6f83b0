package io.plumbline.system.whole;

import io.plumbline.system.Program;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages say on the first day, before the first bar, athlete and set.
class EmptyPagesTest {
  private static final Map<String, String> SAID = new TreeMap<>(Map.of(
      "", "No bar yet",
      "wall.html", "No bar yet",
      "coach.html", "Nobody has lifted yet.",
      "coach.html#/athlete/nobody", "There is no such athlete.",
      "coach.html#/set/bar/journal/1", "There is no such set.",
      "lift.html", "Who lifts?"));

  @TempDir
  private Path folder = Path.of("");

  @Test
  void shouldSayWhatToDoWhenNothingIsThereYet() throws Exception {
    try (Program daemon = Program.plumbline("daemon", "--no-accounts", "--data", folder.resolve("data").toString(),
        "--http-port", "0", "--mqtt-port", "0");
        Browser browser = Pages.browser(folder.resolve("profile"))) {
      String base = daemon.awaitLine("Dashboard: ");
      for (Map.Entry<String, String> page : SAID.entrySet()) {
        browser.open("about:blank");
        browser.open(base + page.getKey());
        browser.await("document.body.innerText.includes('" + page.getValue() + "')");
        Pages.assertAccessible(browser, "/" + page.getKey());
      }
      // The first athlete begins with a name, and is told what comes next.
      browser.open("about:blank");
      browser.open(base + "lift.html");
      browser.await("(field => { field.value = 'Ada'; return true; })(document.querySelector('main input'))");
      Pages.press(browser, "Add");
      browser.await("document.body.innerText.includes('The ramp appears once a working load is known.')"
          + " && document.body.innerText.includes('No bar is there.')");
      Pages.assertAccessible(browser, "the first day of an athlete");
      browser.picture("lift-first-day");
    }
  }
}
