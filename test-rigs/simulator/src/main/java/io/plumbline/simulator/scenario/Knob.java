package io.plumbline.simulator.scenario;

import java.util.List;
import java.util.Locale;

/// One setting of a scenario file: the only place that knows its name, range, default and meaning.
///
/// @param key      within its table, dots for sub-tables; ends with its unit
/// @param low      least number allowed
/// @param high     greatest number allowed
/// @param standard default of a number, NaN where it depends on other things
/// @param fallback the default in words
/// @param choices  of a choice or a list
record Knob(String key, Type type, double low, double high, double standard, String fallback, List<String> choices,
    String meaning) {
  enum Type {
    NUMBER,
    WHOLE,
    FLAG,
    CHOICE,
    LIST,
    TEXT
  }

  static Knob number(String key, double low, double high, double standard, String meaning) {
    return new Knob(key, Type.NUMBER, low, high, standard, plain(standard), List.of(), meaning);
  }

  static Knob whole(String key, double low, double high, double standard, String meaning) {
    return new Knob(key, Type.WHOLE, low, high, standard, plain(standard), List.of(), meaning);
  }

  /// A number whose default follows from other things, or that must be given.
  static Knob derived(String key, double low, double high, String fallback, String meaning) {
    return new Knob(key, Type.NUMBER, low, high, Double.NaN, fallback, List.of(), meaning);
  }

  static Knob needed(String key, Type type, double low, double high, String meaning) {
    return new Knob(key, type, low, high, Double.NaN, "required", List.of(), meaning);
  }

  static Knob flag(String key, String fallback, String meaning) {
    return new Knob(key, Type.FLAG, 0, 1, Double.NaN, fallback, List.of(), meaning);
  }

  static Knob choice(String key, List<String> choices, String fallback, String meaning) {
    return new Knob(key, Type.CHOICE, 0, 0, Double.NaN, fallback, List.copyOf(choices), meaning);
  }

  static Knob list(String key, List<String> choices, String fallback, String meaning) {
    return new Knob(key, Type.LIST, 0, 0, Double.NaN, fallback, List.copyOf(choices), meaning);
  }

  boolean isNeeded() {
    return fallback.equals("required");
  }

  boolean isNumeric() {
    return type == Type.NUMBER || type == Type.WHOLE;
  }

  List<String> path() {
    return List.of(key.split("\\.", -1));
  }

  /// What is allowed, in words.
  String range() {
    return switch (type) {
      case NUMBER -> plain(low) + " to " + plain(high);
      case WHOLE -> "whole, " + plain(low) + " to " + plain(high);
      case FLAG -> "true or false";
      case CHOICE -> "one of " + quoted();
      case LIST -> "any of " + quoted();
      case TEXT -> "text";
    };
  }

  private String quoted() {
    return String.join(", ", choices.stream().map(choice -> '"' + choice + '"').toList());
  }

  /// The unit that the name ends with, as people write it.
  String unit() {
    return isNumeric() ? Units.ofKey(key) : "";
  }

  /// Digits only where they say something: `3`, `0.28`, `1.2e-5`.
  static String plain(double value) {
    if (value == StrictMath.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value).toLowerCase(Locale.ROOT);
  }
}
