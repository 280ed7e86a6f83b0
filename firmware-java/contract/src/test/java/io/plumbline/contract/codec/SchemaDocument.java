package io.plumbline.contract.codec;

import io.plumbline.contract.Ids;
import io.plumbline.contract.codec.Shape.Property;
import io.plumbline.contract.payload.Bounds;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Texts;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the JSON Schema of a payload from its [Shape] and its doc comments.
final class SchemaDocument {
  /// The unit that the last word of a numeric name stands for.
  private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("m", "m"), Map.entry("mps", "m/s"),
      Map.entry("mps2", "m/s²"), Map.entry("s", "s"), Map.entry("ms", "ms"), Map.entry("ns", "ns"),
      Map.entry("kg", "kg"), Map.entry("kgmps", "kg·m/s"), Map.entry("n", "N"), Map.entry("w", "W"),
      Map.entry("j", "J"), Map.entry("hz", "Hz"), Map.entry("rad", "rad"), Map.entry("radps", "rad/s"),
      Map.entry("percent", "%"), Map.entry("pctps", "%/s"));

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final SourceDocs docs;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  private SchemaDocument(SourceDocs docs) {
    this.docs = docs;
  }

  static ObjectNode of(String name, SourceDocs docs) {
    return new SchemaDocument(docs).document(name);
  }

  private ObjectNode document(String name) {
    Class<? extends Payload> type = PayloadTypes.byName(name).orElseThrow();
    ObjectNode schema = nodes.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:plumbline:contract:" + ContractVersion.MAJOR + ":" + name);
    schema.put("title", name);
    ObjectNode envelope = nodes.objectNode();
    envelope.putObject("contract")
        .put("description",
            "Version of the contract, major.minor. A reader refuses a major version that it does not know.")
        .put("type", "string").put("pattern", ContractVersion.READABLE);
    envelope.putObject("type").put("description", "Which payload this is.").put("const", name);
    fill(schema, Shape.of(type), envelope);
    if (!definitions.isEmpty()) {
      ObjectNode all = schema.putObject("$defs");
      definitions.forEach(all::set);
    }
    return schema;
  }

  private void fill(ObjectNode schema, Shape shape, ObjectNode properties) {
    schema.put("description", required(docs.of(shape.type(), ""), shape.type().getName()));
    schema.put("type", "object");
    ArrayNode required = nodes.arrayNode();
    properties.propertyNames().forEach(required::add);
    for (Property property : shape.fields()) {
      properties.set(property.name(), property(shape, property));
      if (!property.nullable()) {
        required.add(property.name());
      }
    }
    schema.set("properties", properties);
    schema.set("required", required);
    schema.put("additionalProperties", true);
  }

  private ObjectNode property(Shape shape, Property property) {
    ObjectNode schema = nodes.objectNode();
    schema.put("description", description(shape, property));
    String unit = unit(property);
    if (unit != null) {
      schema.put("x-unit", unit);
    }
    ObjectNode value = value(property);
    if (property.list()) {
      type(schema, "array", property.nullable());
      schema.put("maxItems", property.bounds().entries());
      schema.set("items", value);
    } else if (property.nullable() && value.has("$ref")) {
      schema.putArray("anyOf").add(value).add(nodes.objectNode().put("type", "null"));
    } else {
      if (value.has("type")) {
        type(schema, value.remove("type").asString(), property.nullable());
      }
      schema.setAll(value);
    }
    return schema;
  }

  private static void type(ObjectNode schema, String type, boolean nullable) {
    if (nullable) {
      schema.putArray("type").add(type).add("null");
    } else {
      schema.put("type", type);
    }
  }

  private ObjectNode value(Property property) {
    Bounds bounds = property.bounds();
    ObjectNode schema = nodes.objectNode();
    switch (property.kind()) {
      case INTEGER -> {
        schema.put("type", "integer");
        // Comparing as double would be off by one at the ends of a long.
        schema.put("minimum", Double.isFinite(bounds.min())
            ? (long) bounds.min()
            : property.isInt() ? Integer.MIN_VALUE : Long.MIN_VALUE);
        schema.put("maximum", Double.isFinite(bounds.max())
            ? (long) bounds.max()
            : property.isInt() ? Integer.MAX_VALUE : Long.MAX_VALUE);
      }
      case NUMBER -> {
        schema.put("type", "number");
        if (Double.isFinite(bounds.min())) {
          schema.put("minimum", bounds.min());
        }
        if (Double.isFinite(bounds.max())) {
          schema.put("maximum", bounds.max());
        }
      }
      case BOOLEAN -> schema.put("type", "boolean");
      case TEXT -> {
        schema.put("type", "string");
        if (!bounds.id()) {
          schema.put("maxLength", bounds.length());
        }
        schema.put("pattern", bounds.id() ? Ids.PATTERN : Texts.PATTERN);
      }
      case CHOICE -> reference(schema, property.valueType());
      case OBJECT -> reference(schema, property.valueType());
    }
    return schema;
  }

  private void reference(ObjectNode schema, Class<?> type) {
    String name = type.getCanonicalName().substring(type.getPackageName().length() + 1);
    schema.put("$ref", "#/$defs/" + name);
    if (!definitions.containsKey(name)) {
      ObjectNode definition = nodes.objectNode();
      definitions.put(name, definition);
      if (type.isEnum()) {
        fillChoice(definition, type);
      } else {
        fill(definition, Shape.of(type), nodes.objectNode());
      }
    }
  }

  private void fillChoice(ObjectNode schema, Class<?> type) {
    schema.put("description", required(docs.of(type, ""), type.getName()));
    schema.put("type", "string");
    ArrayNode choices = schema.putArray("anyOf");
    for (Field constant : Shape.constants(type)) {
      ObjectNode choice = choices.addObject().put("const", Shape.nameOf(constant));
      String text = docs.of(type, constant.getName());
      if (text != null) {
        choice.put("description", text);
      }
    }
    if (Shape.isOpen(type)) {
      choices.addObject().put("description", "A value of a later minor version. Readers take it for 'unknown'.");
    }
  }

  private String description(Shape shape, Property property) {
    String text = docs.of(shape.type(), property.componentName());
    if (text == null && property.name().contains("_sd_")) {
      text = "standard deviation (1 sigma) of " + property.name().replace("_sd_", "_");
    }
    return required(text, shape.type().getName() + "." + property.componentName());
  }

  private static @Nullable String unit(Property property) {
    boolean numeric = property.kind() == Shape.Kind.INTEGER || property.kind() == Shape.Kind.NUMBER;
    return numeric ? UNITS.get(property.name().substring(property.name().lastIndexOf('_') + 1)) : null;
  }

  private static String required(@Nullable String text, String of) {
    return Objects.requireNonNull(text, () -> of + " has no doc comment");
  }
}
