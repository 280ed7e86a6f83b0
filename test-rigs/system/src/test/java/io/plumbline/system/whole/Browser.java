package io.plumbline.system.whole;

import io.plumbline.system.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Headless Chromium with one page, driven over its DevTools protocol.
final class Browser implements AutoCloseable {
  private static final long PATIENCE_S = 60;
  private static final String GONE = "navigated";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final Program chromium;
  private final WebSocket page;
  private int lastId;

  private Browser(Path executable, Path profile) throws IOException, InterruptedException {
    // What Chromium would tell its makers, or fetch from them, it shall not even try.
    chromium = Program.start(profile, Map.of(),
        List.of("sh", "-c", "exec \"$@\" 2>&1", "sh", executable.toString(), "--headless", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--window-size=1400,1000", "--user-data-dir=" + profile, "--remote-debugging-port=0",
            "about:blank"));
    try {
      URI devTools = URI.create(chromium.awaitLine("DevTools listening on "));
      URI open = URI.create("http://" + devTools.getAuthority() + "/json/new?about:blank");
      String target = http
          .send(HttpRequest.newBuilder(open).PUT(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString())
          .body();
      page = http.newWebSocketBuilder()
          .buildAsync(URI.create(JSON.readTree(target).path("webSocketDebuggerUrl").asString()), new Whole(received))
          .join();
    } catch (RuntimeException | IOException e) {
      chromium.close();
      throw e;
    }
  }

  /// Chromium on this machine.
  static Optional<Path> executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
        .filter(Files::isExecutable).findFirst();
  }

  /// A browser with a profile of its own in an empty folder.
  static Browser start(Path executable, Path profile) throws IOException, InterruptedException {
    return new Browser(executable, profile);
  }

  /// Goes to an address.
  void open(String address) throws InterruptedException {
    call("Page.navigate", Map.of("url", address));
  }

  /// Waits until the expression is truthy in the page, then returns its value.
  JsonNode await(String expression) throws InterruptedException {
    String promise = """
      new Promise((done, failed) => {
        const end = Date.now() + %d;
        const look = () => {
          const value = (() => { try { return %s; } catch (e) { return null; } })();
          if (value) { done(value); }
          else if (Date.now() > end) { failed(new Error('not so: ' + document.body.innerText)); }
          else { setTimeout(look, 50); }
        };
        look();
      })""".formatted(TimeUnit.SECONDS.toMillis(PATIENCE_S) / 2, expression);
    Map<String, Object> parameters = Map.of("expression", promise, "awaitPromise", true, "returnByValue", true);
    JsonNode answer = answer("Runtime.evaluate", parameters);
    while (answer.path("error").path("message").asString("").contains(GONE)) {
      // The page led on to another while it was asked.
      answer = answer("Runtime.evaluate", parameters);
    }
    answer = result("Runtime.evaluate", answer);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /// The size of its window in CSS pixels, and whether it is a phone's.
  void size(int width, int height, boolean phone) throws InterruptedException {
    call("Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
  }

  /// What the person prefers: `dark` or `light`.
  void theme(String theme) throws InterruptedException {
    call("Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /// Fetches everything anew from now on, as a first visit does.
  void forgetful() throws InterruptedException {
    call("Network.enable", Map.of());
    call("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    call("Network.setBypassServiceWorker", Map.of("bypass", true));
  }

  /// Runs a script in the page, whatever the page's policy says of scripts.
  void run(String script) throws InterruptedException {
    JsonNode answer = call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.path("exceptionDetails").toString());
    }
  }

  /// Keeps what the page looks like, in `target/pictures`, for people to look at.
  void picture(String name) throws InterruptedException, IOException {
    Path file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
    Files.write(file, Base64.getDecoder().decode(call("Page.captureScreenshot", Map.of()).path("data").asString()));
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws InterruptedException {
    return result(method, answer(method, parameters));
  }

  private static JsonNode result(String method, JsonNode answer) {
    if (answer.has("error")) {
      throw new AssertionError(method + ": " + answer.path("error"));
    }
    return answer.path("result");
  }

  private JsonNode answer(String method, Map<String, Object> parameters) throws InterruptedException {
    int id = ++lastId;
    page.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
    while (true) {
      String text = received.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("the browser does not answer " + method);
      }
      JsonNode message = JSON.readTree(text);
      if (message.path("id").asInt(-1) == id) {
        return message;
      }
    }
  }

  @Override
  public void close() throws IOException {
    page.abort();
    http.close();
    chromium.close();
  }

  /// Puts the pieces of a message together.
  private static final class Whole implements WebSocket.Listener {
    private final BlockingQueue<String> messages;
    private final StringBuilder message = new StringBuilder();

    Whole(BlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        messages.add(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
