package io.plumbline.daemon.domain.training;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one JSON form of these records, in the database and in the API: names in snake case with the unit last, constants in kebab case, times in ISO 8601.
/// Reading is strict: nothing may be missing that a record needs, and nothing may be there that it does not know. So a component that a later version adds is
/// nullable, or old rows could not be read. Immutable and thread-safe.
public final class TrainingJson {
  /// Longest text that is read.
  public static final int MAX_CHARACTERS = 256 * 1024;

  private static final Pattern UPPER = Pattern.compile("[A-Z]");

  private final JsonMapper mapper = JsonMapper
      .builder(JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxDocumentLength(MAX_CHARACTERS).maxNestingDepth(16).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
          DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      // Components only, not what is worked out from them.
      .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
      .build();

  /// On one line, in the order of the record.
  public String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  /// Reads a record.
  ///
  /// @throws IllegalArgumentException where the text is none; the message is one line that names the field
  public <T> T read(Class<T> type, String json) {
    return read(type, json, Map.of());
  }

  /// Reads a record of which some values are known from elsewhere, as an id from a URL.
  ///
  /// @param given by name in JSON; the text may leave them out, but not contradict them
  public <T> T read(Class<T> type, String json, Map<String, String> given) {
    try {
      JsonNode tree = mapper.readTree(json);
      if (!(tree instanceof ObjectNode object)) {
        throw new IllegalArgumentException("a JSON object is needed here");
      }
      given.forEach((name, value) -> {
        JsonNode there = object.path(name);
        if (!there.isMissingNode() && !(there.isString() && there.asString().equals(value))) {
          throw new IllegalArgumentException(name + " must be " + value + ", as in the address, or left out");
        }
        object.put(name, value);
      });
      requireComplete(type, object, "");
      return mapper.treeToValue(object, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(reason(e), e);
    }
  }

  /// A primitive or an unmarked component must be there; whether it is of the right kind is the mapper's affair.
  private void requireComplete(Class<?> type, JsonNode object, String place) {
    if (!type.isRecord() || !object.isObject()) {
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String name = snakeCase(component.getName());
      JsonNode value = object.path(name);
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if ((value.isMissingNode() || value.isNull()) && !optional) {
        throw new IllegalArgumentException(place + name + (value.isNull() ? " must not be null" : " is missing"));
      }
      requireComplete(component.getType(), value, place + name + ".");
      if (value.isArray() && component.getAnnotatedType() instanceof AnnotatedParameterizedType list
          && list.getAnnotatedActualTypeArguments()[0].getType() instanceof Class<?> entry) {
        for (int i = 0; i < value.size(); i++) {
          if (value.get(i).isNull()) {
            throw new IllegalArgumentException(place + name + "[" + i + "] must not be null");
          }
          requireComplete(entry, value.get(i), place + name + "[" + i + "].");
        }
      }
    }
  }

  private static String snakeCase(String name) {
    return UPPER.matcher(name).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }

  /// The complaint of the record's constructor behind an exception of the mapper, with the place in front.
  private static String reason(JacksonException error) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : error.getPath()) {
      if (step.getPropertyName() != null) {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else {
        place.append('[').append(step.getIndex()).append(']');
      }
    }
    boolean ours = error.getCause() instanceof IllegalArgumentException;
    String text = String.valueOf(ours && error.getCause() != null
        ? error.getCause().getMessage()
        : error.getOriginalMessage());
    String line = text.strip().replaceAll("\\s+", " ");
    return (place.isEmpty() ? "" : place + (ours ? ": " : " cannot be read: "))
        + (line.length() > 300 ? line.substring(0, 300) + "…" : line);
  }
}
