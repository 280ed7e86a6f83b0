package io.plumbline.contract.codec;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The golden example and the JSON Schema of each payload type, from the resources that are shipped.
final class Goldens {
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  /// JSON Schema 2020-12 with our own annotation, which the validator would warn of.
  static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
      Dialect.builder(Dialects.getDraft202012()).keyword(new NonValidationKeyword("x-unit")).build());

  private static final String FOLDER = "/io/plumbline/contract/";

  private Goldens() {}

  static List<String> names() {
    return List.copyOf(PayloadTypes.names());
  }

  static String text(String resource) {
    try (InputStream stream = Objects.requireNonNull(Goldens.class.getResourceAsStream(FOLDER + resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String name) {
    return text("example/" + name + ".json").getBytes(StandardCharsets.UTF_8);
  }

  static ObjectNode tree(String name) {
    return (ObjectNode) MAPPER.readTree(bytes(name));
  }

  static JsonNode schemaTree(String name) {
    return MAPPER.readTree(text("schema/" + name + ".json"));
  }

  static Schema schema(String name) {
    return REGISTRY.getSchema(schemaTree(name));
  }
}
