package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.plumbline.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts as people meet them: the set-up code from the console, the coach's page, an athlete's one-time code, a wall display's link.
class AccountsPageTest {
  private static final String PASSWORD = "correct horse";
  private static final String ROWS = "[...document.querySelectorAll('.office section:nth-of-type(2) tbody tr')]"
      + ".map(row => row.innerText.replace(/\\s+/g, ' '))";

  @TempDir
  private Path folder = Path.of("");

  private Path chromium = Path.of("");

  @BeforeEach
  void findTheBrowser() {
    Optional<Path> found = Browser.executable();
    if (found.isEmpty()) {
      assertNotEquals("true", System.getenv("CI"), "CI needs chromium, and it is not installed");
      abort("chromium is not installed: the accounts' pages were not tried");
    }
    chromium = found.orElseThrow();
  }

  private Browser browser(String name) throws IOException, InterruptedException {
    return Browser.start(chromium, Files.createDirectory(folder.resolve(name)));
  }

  /// Waits for the field, and types into it.
  private static void type(Browser browser, String field, String text) throws InterruptedException {
    browser.await("(field => { field.value = '" + text
        + "'; ['input', 'change'].forEach(event => field.dispatchEvent(new Event(event))); return true; })"
        + "(document.querySelector('[name=" + field + "]'))");
  }

  private static void press(Browser browser, String label) throws InterruptedException {
    browser.await("(button => { button.click(); return true; })([...document.querySelectorAll('button')]"
        + ".find(button => [button.innerText, button.ariaLabel].includes('" + label + "')))");
  }

  private static String secret(Browser browser, String of) throws InterruptedException {
    return browser.await("document.querySelector('.issued h2').innerText.endsWith('for " + of + "')"
        + " && document.querySelector('.secret').innerText").asString();
  }

  @Test
  void shouldLetEveryoneInThroughTheirOwnDoorWhenACoachInvitesThem() throws Exception {
    try (Program daemon = Program.plumbline("daemon", "--data", folder.resolve("data").toString(), "--mqtt-port", "0",
        "--http-port", "0"); Browser coach = browser("coach")) {
      String page = daemon.awaitLine("Dashboard: ");
      coach.open(page);
      type(coach, "code", daemon.awaitLine("Set-up code: ").split(" ", -1)[0]);
      type(coach, "name", "Grace");
      type(coach, "password", PASSWORD);
      press(coach, "Begin");
      coach.await("document.querySelector('nav.pages a[href=\"/accounts.html\"]') !== null");

      coach.open(page + "accounts.html");
      type(coach, "name", "Ada <b>O\\'Neil</b>");
      press(coach, "Make account");
      String code = secret(coach, "Ada <b>O\\'Neil</b>");
      assertTrue(code.matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"), code);
      try (Browser athlete = browser("athlete")) {
        athlete.open(page);
        press(athlete, "I have a one-time code");
        type(athlete, "code", code);
        type(athlete, "password", "another password");
        press(athlete, "Log in");
        assertEquals("Ada <b>O'Neil</b>",
            athlete.await("location.pathname === '/lift.html' && document.querySelector('.who .account').textContent")
                .asString());
        athlete.open(page + "accounts.html");
        assertTrue(athlete.await("location.pathname === '/lift.html'").asBoolean(), "an athlete makes no accounts");

        press(coach, "Disable: Ada <b>O\\'Neil</b>");
        coach.await(ROWS + ".some(row => row.includes('Disabled'))");
        athlete.open(page);
        athlete.await("location.pathname === '/account.html' && document.querySelector('[name=password]')");
      }

      type(coach, "name", "Garage wall");
      type(coach, "role", "wall");
      coach.picture("accounts");
      Pages.assertAccessible(coach, "accounts");
      press(coach, "Make account");
      String link = secret(coach, "Garage wall");
      coach.picture("accounts-link");
      try (Browser wall = browser("wall")) {
        wall.open(link);
        assertEquals("Garage wall",
            wall.await("location.pathname === '/wall.html' && document.querySelector('.who .account').textContent")
                .asString());
        assertEquals("", wall.await("[location.hash]").get(0).asString(), "the link's secret stays in no address");
      }

      type(coach, "name", "Garage wall");
      press(coach, "Make account");
      coach.await("document.querySelector('.problem').innerText.includes('this name already')");
      assertEquals(3, coach.await(ROWS).size());

      press(coach, "Delete: Ada <b>O\\'Neil</b>");
      type(coach, "typed", "Ada");
      press(coach, "Delete for ever");
      coach.await("!document.querySelector('[name=typed]').validity.valid");
      coach.picture("accounts-delete");
      type(coach, "typed", "Ada <b>O\\'Neil</b>");
      press(coach, "Delete for ever");
      coach.await("document.querySelector('.issued p').innerText.includes('found nothing afterwards')");
      coach.picture("accounts-deleted");
      assertEquals(2, coach.await(ROWS).size(), "the account went, too");
      coach.await("['made the first coach', 'deleted an athlete'].every(text =>"
          + " document.querySelector('.office section:nth-of-type(4) tbody').innerText.includes(text))");
    }
  }
}
