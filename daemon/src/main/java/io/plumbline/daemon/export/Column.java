package io.plumbline.daemon.export;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One column of a table, and where its value stands in the JSON of a row.
///
/// @param name    in snake case with the unit last, the groups of the record in front
/// @param pointer RFC 6901
record Column(String name, String pointer, Kind kind) {
  /// What its values are.
  enum Kind {
    BOOLEAN,
    INTEGER,
    NUMBER,
    TEXT,
    /// ISO 8601 in the JSON.
    INSTANT,
    /// Several, in one text.
    LIST
  }

  /// The columns of a record: its components, and those of the records in it.
  static List<Column> of(Class<?> record) {
    List<Column> columns = new ArrayList<>();
    add(columns, record, "", "");
    return List.copyOf(columns);
  }

  private static void add(List<Column> columns, Class<?> record, String prefix, String pointer) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = snakeCase(component.getName());
      Class<?> type = component.getType();
      if (type.isRecord()) {
        add(columns, type, prefix + name + "_", pointer + "/" + name);
      } else {
        columns.add(new Column(prefix + name, pointer + "/" + name, kind(type)));
      }
    }
  }

  private static Kind kind(Class<?> type) {
    if (type == double.class || type == Double.class) {
      return Kind.NUMBER;
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return Kind.INTEGER;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Kind.BOOLEAN;
    }
    return type == Instant.class ? Kind.INSTANT : type == List.class ? Kind.LIST : Kind.TEXT;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// The value in a row: Boolean, Long, Double or String; null where there is none.
  @Nullable
  Object value(JsonNode row) {
    JsonNode node = row.at(pointer);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    return switch (kind) {
      case BOOLEAN -> node.asBoolean();
      case INTEGER -> node.asLong();
      case NUMBER -> node.asDouble();
      case TEXT, INSTANT -> node.asString();
      case LIST -> list(node);
    };
  }

  /// Words are separated by semicolons; of findings their rules are told; anything else stays JSON.
  private static String list(JsonNode list) {
    boolean simple = StreamSupport.stream(list.spliterator(), false)
        .allMatch(one -> one.isValueNode() || one.path("rule").isString());
    return simple
        ? StreamSupport.stream(list.spliterator(), false)
            .map(one -> one.isValueNode() ? one.asString() : one.get("rule").asString())
            .collect(Collectors.joining(";"))
        : list.toString();
  }
}
