package io.plumbline.system.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// What the tests of the dashboard's pages do with a browser.
final class Pages {
  /// WCAG 2.2 AA and what the tool's makers call good practice.
  private static final String AXE = """
    axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
      .then((result) => { window.axeFound = result.violations.map((violation) => violation.id + ': ' + violation.help + ' '
          + violation.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? '')).join(' | ')); });
    """;

  private Pages() {}

  /// Chromium, or the end of the test where there is none.
  static Browser browser(Path profile) throws IOException, InterruptedException {
    Path chromium = Browser.executable().orElse(null);
    if (chromium == null) {
      assertNotEquals("true", System.getenv("CI"), "CI needs chromium, and it is not installed");
      return abort("chromium is not installed: the pages were not tried");
    }
    return Browser.start(chromium, Files.createDirectory(profile));
  }

  /// Nothing on the page keeps people out.
  static void assertAccessible(Browser browser, String where) throws IOException, InterruptedException {
    browser.run(axe());
    browser.run(AXE);
    JsonNode found = browser.await("window.axeFound");
    assertEquals("[]", found.toString(), where);
  }

  private static String axe() throws IOException {
    try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Presses a button or link by its text or label.
  static void press(Browser browser, String label) throws InterruptedException {
    browser.await("(one => { one.click(); return true; })([...document.querySelectorAll('button, a, summary')]"
        + ".find(one => [one.innerText.trim(), one.ariaLabel].includes('" + label + "') && !one.disabled))");
  }

  /// Bytes that came over the network for the page that is open, compressed as they came.
  static int transferred(Browser browser) throws InterruptedException {
    return browser.await("[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        + ".filter(one => !one.name.includes('/api/')).reduce((sum, one) => sum + one.transferSize, 0)").asInt();
  }
}
