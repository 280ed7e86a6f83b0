package io.plumbline.contract.codec;

import io.plumbline.contract.payload.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON codec of every [Payload]. Immutable and thread-safe.
///
/// Writing is deterministic: `contract`, `type`, then the record's components in order. Whatever a record can hold fits into [#MAX_BYTES].
public final class ContractCodec {
  /// Largest payload that is read or written, in bytes.
  public static final int MAX_BYTES = 64 * 1024;

  static final int MAX_DEPTH = 16;
  static final int MAX_NUMBER_LENGTH = 64;

  private final JsonMapper mapper = newMapper();

  private static JsonMapper newMapper() {
    JsonFactory factory = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(MAX_BYTES).maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_LENGTH).maxStringLength(MAX_BYTES).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    return JsonMapper.builder(factory).propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  }

  /// The name of a payload's type on the wire.
  public static String typeOf(Payload payload) {
    return PayloadTypes.nameOf(payload);
  }

  /// The UTF-8 JSON of a payload, on one line, `contract` and `type` first.
  public byte[] encode(Payload payload) {
    ObjectNode json = mapper.createObjectNode();
    json.put("contract", ContractVersion.CURRENT);
    json.put("type", typeOf(payload));
    json.setAll((ObjectNode) mapper.valueToTree(payload));
    return mapper.writeValueAsBytes(json);
  }

  /// Reads a payload of whatever type its `type` field names.
  ///
  /// @throws ContractException where the bytes are no valid payload of a major version that this build knows
  public Payload decode(byte[] json) throws ContractException {
    JsonNode tree = parse(json);
    ContractVersion.require(textOf(tree, "contract"));
    String name = textOf(tree, "type");
    Class<? extends Payload> type = PayloadTypes.byName(name).orElseThrow(
        () -> new ContractException("type is none that this build knows: " + ContractException.quoted(name)));
    ShapeCheck.check(name, Shape.of(type), tree);
    try {
      return mapper.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new ContractException(name + ": " + reasonOf(e), e);
    }
  }

  /// Reads a payload of one type, or of a family of types such as [io.plumbline.contract.payload.Command].
  ///
  /// @throws ContractException as [#decode(byte[])], and where it is a payload of another type
  public <P extends Payload> P decode(byte[] json, Class<P> type) throws ContractException {
    Payload payload = decode(json);
    if (!type.isInstance(payload)) {
      throw new ContractException(
          "expected a " + type.getSimpleName() + ", but got a payload of type " + typeOf(payload));
    }
    return type.cast(payload);
  }

  private JsonNode parse(byte[] json) throws ContractException {
    if (json.length > MAX_BYTES) {
      throw new ContractException("payload of " + json.length + " bytes, at most " + MAX_BYTES + " are read");
    }
    String text;
    try {
      // Not left to the parser, which would guess UTF-16 and UTF-32 from the first bytes.
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new ContractException("payload is not UTF-8", e);
    }
    JsonNode tree;
    try {
      tree = mapper.readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      String where = place == null || place.getCharOffset() < 0 ? "" : " at character " + place.getCharOffset();
      throw new ContractException("payload is not valid JSON" + where + ": " + e.getOriginalMessage(), e);
    }
    if (!tree.isObject()) {
      throw new ContractException(tree.isMissingNode() ? "payload is empty" : "payload is no JSON object");
    }
    return tree;
  }

  private static String textOf(JsonNode tree, String field) throws ContractException {
    JsonNode value = tree.path(field);
    if (!value.isString()) {
      throw new ContractException(field + (value.isMissingNode() ? " is missing" : " must be a text"));
    }
    return value.asString();
  }

  /// The complaint of the record's constructor behind an exception of the mapper, with the place in front.
  private static String reasonOf(JacksonException e) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() != null) {
        place.append(step.getPropertyName()).append('.');
      } else if (!place.isEmpty()) {
        place.setLength(place.length() - 1);
        place.append('[').append(step.getIndex()).append("].");
      }
    }
    Throwable cause = e.getCause();
    return place + (cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage());
  }
}
