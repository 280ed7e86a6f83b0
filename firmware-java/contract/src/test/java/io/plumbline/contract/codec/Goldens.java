package io.plumbline.contract.codec;

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

  static JsonNode schema(String name) {
    return MAPPER.readTree(text("schema/" + name + ".json"));
  }
}
