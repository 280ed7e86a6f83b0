package io.plumbline.simulator.recording;

import io.plumbline.simulator.run.RepTruth;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A rep's truth as one line of JSON, its components in snake case with the unit last, NaN as null.
final class RepJson {
  private static final int DECIMALS = 6;

  private RepJson() {}

  static String of(RepTruth rep) {
    StringBuilder json = new StringBuilder(1200).append('{');
    for (RecordComponent component : RepTruth.class.getRecordComponents()) {
      if (json.length() > 1) {
        json.append(", ");
      }
      json.append('"').append(snake(component.getName())).append("\": ");
      try {
        value(json, component.getAccessor().invoke(rep));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return json.append('}').toString();
  }

  private static void value(StringBuilder json, Object value) {
    switch (value) {
      case Double number when Double.isFinite(number) ->
        json.append(
            BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString());
      case Double number -> json.append("null");
      // The outcomes are words of the simulator itself: nothing to escape.
      case String text -> json.append('"').append(text).append('"');
      default -> json.append(value);
    }
  }

  /// `meanVelocityMps` → `mean_velocity_mps`.
  static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c)) {
        snake.append('_').append(Character.toLowerCase(c));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }
}
