package io.plumbline.daemon.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser with a cookie of its own, or none.
public final class Visitor implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private @Nullable String cookie;
  private @Nullable String csrfToken;

  public Visitor(String base) {
    this.base = base;
  }

  /// The name and value of the cookie that the daemon gave.
  public String cookie() {
    return String.valueOf(cookie);
  }

  /// Takes a cookie that somebody planted.
  public void takeCookie(String planted) {
    cookie = planted;
  }

  /// What [#in] was given for changes.
  public String csrfToken() {
    return String.valueOf(csrfToken);
  }

  /// Asks with cookie and token.
  public HttpResponse<String> ask(String method, String path, String json) throws IOException, InterruptedException {
    return send(method, path, json, csrfToken == null ? Map.of() : Map.of("X-CSRF-Token", csrfToken));
  }

  /// Asks with the cookie and these headers only.
  public HttpResponse<String> send(String method, String path, String json, Map<String, String> headers)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    if (cookie != null) {
      all.put("Cookie", cookie);
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method,
        json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
    all.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// The status of a request, without its body, which may never end.
  public int status(String method, String path, String json) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
        .method(method, json.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json))
        .header("Content-Type", "application/json").header("Accept", "text/event-stream, application/json");
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (csrfToken != null) {
      request.header("X-CSRF-Token", csrfToken);
    }
    HttpResponse<InputStream> response = client.send(request.build(),
        HttpResponse.BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  /// Logs in by one of the routes that give a cookie.
  public HttpResponse<String> in(String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> response = ask("POST", path, json);
    if (response.statusCode() == 200) {
      cookie = response.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
      JsonNode body = MAPPER.readTree(response.body());
      csrfToken = body.get("csrf_token").asString();
    }
    return response;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
