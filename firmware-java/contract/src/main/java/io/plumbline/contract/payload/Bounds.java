package io.plumbline.contract.payload;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The bounds of a record component as the JSON Schema states them. The record's constructor holds them; a test holds both equal. In a list
/// they hold for each entry.
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bounds {
  /// Most entries of a list that names no other number.
  int DEFAULT_ENTRIES = 32;
  /// Most characters of a text that names no other number.
  int DEFAULT_LENGTH = 500;

  /// Smallest value.
  double min() default Double.NEGATIVE_INFINITY;

  /// Largest value.
  double max() default Double.POSITIVE_INFINITY;

  /// Most entries of a list.
  int entries() default DEFAULT_ENTRIES;

  /// Most characters of a text for people.
  int length() default DEFAULT_LENGTH;

  /// Whether a text is an [id][io.plumbline.contract.Ids], not a text for people.
  boolean id() default false;
}
