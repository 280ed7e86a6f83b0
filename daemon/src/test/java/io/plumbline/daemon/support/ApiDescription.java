package io.plumbline.daemon.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds answers of a daemon against the description that it gives of its API.
public final class ApiDescription {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern PARAMETER = Pattern.compile("\\{[a-z_]+}");
  private static final Pattern DESCRIBED = Pattern.compile("/(api|health)/.*|/metrics|/ca[.]pem");
  private static final Map<String, ApiDescription> BY_TEXT = new ConcurrentHashMap<>();
  private static final String ROOT = "urn:plumbline:openapi";

  private final JsonNode document;
  private final SchemaRegistry registry = SchemaRegistry.withDialect(
      Dialect.builder(Dialects.getDraft202012()).keyword(new NonValidationKeyword("x-unit")).build());
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ApiDescription(String text) {
    this.document = MAPPER.readTree(text);
  }

  /// Reads a description.
  public static ApiDescription of(String text) {
    return BY_TEXT.computeIfAbsent(text, ApiDescription::new);
  }

  /// That of a daemon.
  ///
  /// @param base `http://127.0.0.1:<port>/`
  static ApiDescription of(HttpClient client, String base) throws IOException, InterruptedException {
    return of(client.send(HttpRequest.newBuilder(URI.create(base + "api/openapi.json")).build(),
        HttpResponse.BodyHandlers.ofString()).body());
  }

  /// Whether the address is one of the API, not one of the dashboard.
  static boolean isOfApi(URI uri) {
    return DESCRIBED.matcher(uri.getRawPath()).matches();
  }

  /// What the answer and, where the daemon took it, the body that was sent have to be.
  ///
  /// @param sent the request's body, null for none
  void require(HttpResponse<String> answer, @Nullable String sent) {
    String method = answer.request().method().toLowerCase(Locale.ROOT);
    String what = method + " " + answer.uri().getRawPath() + " -> " + answer.statusCode();
    JsonNode operation = document.get("paths").path(path(answer.uri().getRawPath())).path(method);
    if (operation.isMissingNode()) {
      assertTrue(List.of(400, 403, 404, 405, 415).contains(answer.statusCode()), what + " is not described");
      return;
    }
    JsonNode response = operation.get("responses").path(Integer.toString(answer.statusCode()));
    if (response.isMissingNode()) {
      assertTrue(answer.statusCode() >= 400, what + " is not described");
      response = operation.at("/responses/default");
    }
    response = resolved(response);
    response.path("headers").propertyNames()
        .forEach(name -> assertTrue(answer.headers().firstValue(name).isPresent(), what + " lacks " + name));
    requireBody(what, response.path("content"), answer);
    JsonNode body = operation.path("requestBody");
    if (answer.statusCode() < 300 && sent != null && !sent.isEmpty()) {
      assertTrue(!body.isMissingNode(), what + ": a body was taken and none is described");
      requireValid(what + ", sent", body.at("/content/application~1json/schema"), sent);
    }
  }

  private void requireBody(String what, JsonNode content, HttpResponse<String> answer) {
    if (content.isMissingNode()) {
      assertEquals("", answer.body(), what + ": no body is described");
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode described = content.path(type);
    assertTrue(!described.isMissingNode(), what + ": " + type + " is not described");
    if (type.endsWith("json")) {
      requireValid(what, described.get("schema"), answer.body());
    }
  }

  private void requireValid(String what, JsonNode schema, String json) {
    Schema compiled = schemas.computeIfAbsent(schema.toString(), text -> {
      // The document's own place for what a reference names.
      ObjectNode whole = MAPPER.createObjectNode().setAll((ObjectNode) schema);
      whole.set("components", document.get("components"));
      return registry.getSchema(SchemaLocation.of(ROOT + ":" + schemas.size() + ":" + text.hashCode()), whole);
    });
    assertEquals(List.of(), compiled.validate(MAPPER.readTree(json)), what + ": " + json);
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isString() ? document.at(reference.asString().substring(1)) : node;
  }

  /// As it stands in the description, empty where it does not. What has no parameter comes first.
  private String path(String rawPath) {
    return document.get("paths").propertyNames().stream()
        .sorted(Comparator.comparingInt(ApiDescription::parameters))
        .filter(path -> rawPath.matches(expression(path))).findFirst().orElse("");
  }

  private static String expression(String path) {
    return PARAMETER.matcher(path.replace(".", "\\.")).replaceAll("[^/]+");
  }

  private static int parameters(String path) {
    return (int) PARAMETER.matcher(path).results().count();
  }

  /// Every operation, as `GET /api/bars`.
  public List<String> operations() {
    return document.get("paths").properties().stream()
        .flatMap(path -> path.getValue().propertyNames().stream().filter(name -> !name.equals("parameters"))
            .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .toList();
  }

  /// The whole.
  public JsonNode document() {
    return document;
  }
}
