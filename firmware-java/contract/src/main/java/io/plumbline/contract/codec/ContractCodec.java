package io.plumbline.contract.codec;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON codec of every [Payload]. Immutable and thread-safe.
public final class ContractCodec {
  /// Largest payload that is read or written, in bytes.
  public static final int MAX_BYTES = 64 * 1024;

  /// Every payload type by its name on the wire.
  static final Map<String, Class<? extends Payload>> TYPES = types();

  private static final int MAX_DEPTH = 16;

  private final JsonMapper mapper = newMapper();

  private static Map<String, Class<? extends Payload>> types() {
    Map<String, Class<? extends Payload>> types = new LinkedHashMap<>();
    types.put("info", Info.class);
    types.put("state", State.class);
    types.put("live", Live.class);
    types.put("rep", RepSummary.class);
    types.put("set", SetSummary.class);
    types.put("trace", Trace.class);
    types.put("cue", Cue.class);
    types.put("quality", Quality.class);
    types.put("ack", Ack.class);
    types.put("set-context", Command.SetContext.class);
    types.put("tare", Command.Tare.class);
    types.put("calibrate", Command.Calibrate.class);
    types.put("identify", Command.Identify.class);
    types.put("set-limits", Command.SetLimits.class);
    types.put("resend", Command.Resend.class);
    types.put("command-result", CommandResult.class);
    return Map.copyOf(types);
  }

  private static JsonMapper newMapper() {
    JsonFactory factory = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(MAX_BYTES).maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(64).maxStringLength(MAX_BYTES).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    return JsonMapper.builder(factory).propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();
  }

  /// The name of a payload's type on the wire.
  public static String typeOf(Payload payload) {
    return TYPES.entrySet().stream().filter(type -> type.getValue() == payload.getClass()).findFirst().orElseThrow()
        .getKey();
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
    if (json.length > MAX_BYTES) {
      throw new ContractException("payload of " + json.length + " bytes, at most " + MAX_BYTES + " are read");
    }
    try {
      JsonNode tree = mapper.readTree(json);
      if (!tree.isObject()) {
        throw new ContractException("payload is no JSON object");
      }
      ContractVersion.require(tree.path("contract").stringValue(""));
      String name = tree.path("type").stringValue("");
      Class<? extends Payload> type = TYPES.get(name);
      if (type == null) {
        throw new ContractException("payload has no known type");
      }
      return mapper.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new ContractException("payload is not valid: " + e.getOriginalMessage(), e);
    }
  }

  /// Reads a payload of one type.
  ///
  /// @throws ContractException as [#decode(byte[])], and where it is a payload of another type
  public <P extends Payload> P decode(byte[] json, Class<P> type) throws ContractException {
    Payload payload = decode(json);
    if (!type.isInstance(payload)) {
      throw new ContractException(
          "expected a " + type.getSimpleName() + ", got a " + payload.getClass().getSimpleName());
    }
    return type.cast(payload);
  }
}
