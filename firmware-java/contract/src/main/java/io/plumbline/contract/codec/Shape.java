package io.plumbline.contract.codec;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.contract.payload.Bounds;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a payload record looks like in JSON, read from the record itself. Decoder and JSON Schema are both made from it.
///
/// @param type   the record
/// @param fields its components, in order
record Shape(Class<?> type, List<Property> fields) {
  /// What one value may be.
  enum Kind {
    INTEGER,
    NUMBER,
    BOOLEAN,
    TEXT,
    CHOICE,
    OBJECT
  }

  /// One component.
  ///
  /// @param name          in JSON
  /// @param componentName in Java
  /// @param kind          of the value, or of each entry of a list
  /// @param valueType     Java type of the value, or of each entry of a list
  /// @param list          whether it is a list
  /// @param nullable      whether it may be null or missing
  record Property(String name, String componentName, Kind kind, Class<?> valueType, boolean list, boolean nullable,
      Bounds bounds) {
    /// Whether whole numbers must fit an `int`, not a `long`.
    boolean isInt() {
      return valueType == int.class || valueType == Integer.class;
    }
  }

  private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
    @Override
    protected Shape computeValue(Class<?> type) {
      return read(type);
    }
  };

  /// Carries the bounds of a component that states none.
  private record Unbounded(@Bounds int value) {}

  static Shape of(Class<?> record) {
    return SHAPES.get(record);
  }

  /// Whether values that this build does not know are read as `unknown`.
  static boolean isOpen(Class<?> choice) {
    return Arrays.stream(choice.getFields()).anyMatch(field -> field.isAnnotationPresent(JsonEnumDefaultValue.class));
  }

  /// The name of an enum constant in JSON.
  static String nameOf(Field constant) {
    return Objects.requireNonNull(constant.getAnnotation(JsonProperty.class), constant.toString()).value();
  }

  /// The constants of an enum, in order.
  static List<Field> constants(Class<?> choice) {
    return Arrays.stream(choice.getFields()).filter(Field::isEnumConstant).toList();
  }

  private static Shape read(Class<?> type) {
    return new Shape(type, Arrays.stream(type.getRecordComponents()).map(Shape::property).toList());
  }

  private static Property property(RecordComponent component) {
    boolean list = component.getType() == List.class;
    Class<?> valueType = list
        ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
        : component.getType();
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Property(name, component.getName(), kind(valueType), valueType, list, nullable, bounds(component));
  }

  private static Bounds bounds(RecordComponent component) {
    Bounds bounds = component.getAnnotation(Bounds.class);
    return bounds != null ? bounds : bounds(Unbounded.class.getRecordComponents()[0]);
  }

  private static Kind kind(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return Kind.INTEGER;
    }
    if (type == double.class || type == Double.class) {
      return Kind.NUMBER;
    }
    if (type == boolean.class) {
      return Kind.BOOLEAN;
    }
    if (type == String.class) {
      return Kind.TEXT;
    }
    if (type.isEnum()) {
      return Kind.CHOICE;
    }
    if (type.isRecord()) {
      return Kind.OBJECT;
    }
    throw new IllegalArgumentException(type.getName() + " has no form in JSON");
  }
}
