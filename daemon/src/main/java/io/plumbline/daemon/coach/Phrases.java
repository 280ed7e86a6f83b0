package io.plumbline.daemon.coach;

import io.plumbline.contract.payload.Exercise;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the coach says, in the reader's language: the texts of `phrases.properties` (English) and `phrases_de.properties` (German), with numbers and dates as
/// the language writes them. Immutable.
final class Phrases {
  static final Phrases ENGLISH = new Phrases(Locale.ENGLISH);
  private static final Phrases GERMAN = new Phrases(Locale.GERMAN);

  private final Locale locale;
  private final ResourceBundle texts;
  private final DateTimeFormatter day;

  private Phrases(Locale locale) {
    this.locale = locale;
    this.texts = ResourceBundle.getBundle("io.plumbline.daemon.coach.phrases", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.day = locale.equals(Locale.GERMAN)
        ? DateTimeFormatter.ofPattern("d.M.yyyy")
        : DateTimeFormatter.ISO_LOCAL_DATE;
  }

  /// In the language of a locale; in English where it is another than these two.
  static Phrases in(Locale locale) {
    return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? GERMAN : ENGLISH;
  }

  /// One text.
  ///
  /// @param values for its places: a Double is written as a number, a date and an exercise as people write them, an Integer or Long as it is, for "one" and
  ///               "many"
  String say(String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(Arrays.stream(values).map(this::written).toArray());
  }

  /// Their names: `squat, row`.
  String list(List<Exercise> exercises) {
    return String.join(", ", exercises.stream().map(exercise -> say("name." + exercise.id())).toList());
  }

  /// At most two decimals, with the language's sign for them.
  private String number(double value) {
    String plain = Words.number(value);
    return locale.equals(Locale.GERMAN) ? plain.replace('.', ',') : plain;
  }

  private Object written(Object value) {
    return switch (value) {
      case Double number -> number(number);
      case LocalDate date -> day.format(date);
      case Exercise exercise -> say("name." + exercise.id());
      default -> value;
    };
  }
}
