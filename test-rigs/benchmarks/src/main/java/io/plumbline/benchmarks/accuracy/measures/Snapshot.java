package io.plumbline.benchmarks.accuracy.measures;

import io.plumbline.core.rep.RepMeasures;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/// A copy of a rep's measures, which are valid only while they are told.
final class Snapshot {
  private Snapshot() {}

  static RepMeasures of(RepMeasures rep) {
    RepMeasures copy = new RepMeasures();
    for (Field field : RepMeasures.class.getFields()) {
      if (!Modifier.isFinal(field.getModifiers())) {
        try {
          field.set(copy, field.get(rep));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("a public field cannot be copied: " + field.getName(), e);
        }
      }
    }
    return copy;
  }
}
