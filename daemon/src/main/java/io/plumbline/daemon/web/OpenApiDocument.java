package io.plumbline.daemon.web;

import io.plumbline.contract.codec.ContractCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API, OpenAPI 3.1: the resource `openapi.json` with the schemas of the contract's payloads put in, so that the document stands for itself and
/// the contract stays the one place that says what bars tell.
final class OpenApiDocument {
  private static final List<String> PAYLOADS = List.of("info", "state", "quality", "rep", "set", "trace");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private OpenApiDocument() {}

  /// Worked out anew: it is asked for rarely.
  static String json() {
    ObjectNode document = (ObjectNode) MAPPER.readTree(text(OpenApiDocument.class, "openapi.json"));
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    PAYLOADS.forEach(name -> put(schemas, name));
    return MAPPER.writeValueAsString(document);
  }

  /// A schema of the contract, its definitions beside it under its name.
  private static void put(ObjectNode schemas, String name) {
    String text = text(ContractCodec.class, "/io/plumbline/contract/schema/" + name + ".json");
    ObjectNode schema = (ObjectNode) MAPPER
        .readTree(text.replace("\"#/$defs/", "\"#/components/schemas/" + name + "."));
    schema.remove(List.of("$schema", "$id"));
    JsonNode definitions = schema.remove("$defs");
    schemas.set(name, schema);
    if (definitions != null) {
      definitions.properties().forEach(entry -> schemas.set(name + "." + entry.getKey(), entry.getValue()));
    }
  }

  private static String text(Class<?> beside, String resource) {
    try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
