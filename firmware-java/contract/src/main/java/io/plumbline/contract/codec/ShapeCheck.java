package io.plumbline.contract.codec;

import io.plumbline.contract.codec.Shape.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares a JSON tree with the [Shape] of a record: is everything there, and of the right kind. Ranges are the record's own affair. Unknown
/// fields are passed over.
final class ShapeCheck {
  private ShapeCheck() {}

  /// Where in the tree we are; becomes a text only when something is wrong.
  private record Place(@Nullable Place parent, String name, int index) {
    Place field(String child) {
      return new Place(this, child, -1);
    }

    Place entry(int child) {
      return new Place(this, "", child);
    }

    ContractException wrong(String what) {
      return new ContractException(this + " " + what);
    }

    @Override
    public String toString() {
      if (parent == null) {
        return name + ":";
      }
      String own = index < 0 ? name : "[" + index + "]";
      String separator = parent.parent == null ? " " : index < 0 ? "." : "";
      return parent + separator + own;
    }
  }

  /// Refuses a tree that is not of the shape.
  ///
  /// @param typeName name of the payload's type, which starts the message
  static void check(String typeName, Shape shape, JsonNode tree) throws ContractException {
    checkObject(shape, tree, new Place(null, typeName, -1));
  }

  private static void checkObject(Shape shape, JsonNode object, Place place) throws ContractException {
    for (Property property : shape.fields()) {
      Place here = place.field(property.name());
      JsonNode value = object.path(property.name());
      if (value.isMissingNode() || value.isNull()) {
        if (!property.nullable()) {
          throw here.wrong(value.isNull() ? "must not be null" : "is missing");
        }
      } else if (property.list()) {
        checkList(property, value, here);
      } else {
        checkValue(property, value, here);
      }
    }
  }

  private static void checkList(Property property, JsonNode list, Place place) throws ContractException {
    if (!list.isArray()) {
      throw place.wrong("must be a list, but is " + kindOf(list));
    }
    if (list.size() > property.bounds().entries()) {
      throw place
          .wrong("holds " + list.size() + " entries, at most " + property.bounds().entries() + " are allowed");
    }
    for (int i = 0; i < list.size(); i++) {
      checkValue(property, list.get(i), place.entry(i));
    }
  }

  private static void checkValue(Property property, JsonNode value, Place place) throws ContractException {
    switch (property.kind()) {
      case INTEGER -> {
        require(value.isIntegralNumber(), "a whole number", value, place);
        if (!(property.isInt() ? value.canConvertToInt() : value.canConvertToLong())) {
          throw place.wrong("must be a whole number of " + (property.isInt() ? 32 : 64) + " bits, but is larger");
        }
      }
      case NUMBER -> {
        require(value.isNumber(), "a number", value, place);
        if (!Double.isFinite(value.asDouble())) {
          throw place.wrong("must be a finite number");
        }
      }
      case BOOLEAN -> require(value.isBoolean(), "true or false", value, place);
      case TEXT -> require(value.isString(), "a text", value, place);
      case CHOICE -> {
        require(value.isString(), "a text", value, place);
        if (!Shape.isOpen(property.valueType()) && !isConstant(property.valueType(), value.asString())) {
          throw place.wrong("is no value of this field: " + ContractException.quoted(value.asString()));
        }
      }
      case OBJECT -> {
        require(value.isObject(), "an object", value, place);
        checkObject(Shape.of(property.valueType()), value, place);
      }
    }
  }

  private static boolean isConstant(Class<?> choice, String name) {
    return Shape.constants(choice).stream().anyMatch(constant -> Shape.nameOf(constant).equals(name));
  }

  private static void require(boolean right, String expected, JsonNode value, Place place) throws ContractException {
    if (!right) {
      throw place.wrong("must be " + expected + ", but is " + kindOf(value));
    }
  }

  private static String kindOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> value.asString();
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number with a fraction";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case BINARY, MISSING, POJO -> "nothing known";
    };
  }
}
