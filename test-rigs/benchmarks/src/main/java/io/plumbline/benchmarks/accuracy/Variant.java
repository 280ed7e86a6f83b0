package io.plumbline.benchmarks.accuracy;

import io.plumbline.core.motion.Ideas;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One way to measure a set: with these sensors and these ideas.
///
/// @param label what is left out
record Variant(String label, SensorSet sensors, Ideas ideas) {

  static Variant of(SensorSet sensors) {
    return new Variant(sensors.label(), sensors, Ideas.ALL);
  }

  /// All sensors, each idea left out in turn: whichever ideas the core has.
  static List<Variant> withoutOneIdea() {
    List<Variant> variants = new ArrayList<>();
    RecordComponent[] ideas = Ideas.class.getRecordComponents();
    for (int left = 0; left < ideas.length; left++) {
      Object[] taken = new Object[ideas.length];
      Arrays.fill(taken, true);
      taken[left] = false;
      variants.add(new Variant("without " + ideas[left].getName(), SensorSet.ALL, make(ideas, taken)));
    }
    return variants;
  }

  private static Ideas make(RecordComponent[] components, Object[] values) {
    try {
      Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return Ideas.class.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record without its canonical constructor", e);
    }
  }
}
