package io.plumbline.contract.codec;

import io.plumbline.contract.codec.Shape.Property;
import io.plumbline.contract.payload.Bounds;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.Trace;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Arbitrary valid payloads, made from the [Shape] of their records: anything that the bounds allow, ends included.
final class RandomPayloads {
  private static final String ID_CHARACTERS = "abcXYZ019_.-";
  private static final int[] TEXT_CHARACTERS = {'a', 'Z', '9', ' ', '"', '\\', '/', '<', 0xe4, 0x4e2d, 0x1F3CB, 0xfeff};
  private static final int ATTEMPTS = 10_000;

  private final Random random;

  RandomPayloads(Random random) {
    this.random = random;
  }

  Payload any() {
    List<String> names = Goldens.names();
    return (Payload) record(PayloadTypes.byName(names.get(random.nextInt(names.size()))).orElseThrow());
  }

  private Object record(Class<?> type) {
    if (type == Trace.class) {
      return trace();
    }
    // Rules between fields are met by trying again.
    for (int i = 0; i < ATTEMPTS; i++) {
      Object record = construct(type, Shape.of(type).fields().stream().map(this::component).toArray());
      if (record != null) {
        return record;
      }
    }
    throw new AssertionError("no valid " + type + " in " + ATTEMPTS + " attempts");
  }

  private static @Nullable Object construct(Class<?> type, @Nullable Object[] arguments) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(
          Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException) {
        return null;
      }
      throw new AssertionError(type + " throws something else than it says", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private @Nullable Object component(Property property) {
    if (property.nullable() && random.nextInt(3) == 0) {
      return null;
    }
    return property.list() ? list(property) : value(property);
  }

  private List<Object> list(Property property) {
    // A short list now and then is needed where entries depend on each other.
    int size = random.nextInt(random.nextInt(4) == 0 ? Math.min(property.bounds().entries(), 16) + 1 : 3);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(value(property));
    }
    return values;
  }

  private Object value(Property property) {
    Bounds bounds = property.bounds();
    return switch (property.kind()) {
      case INTEGER -> integer(property);
      case NUMBER -> number(bounds);
      case BOOLEAN -> random.nextBoolean();
      case TEXT -> bounds.id() ? id() : text(bounds.length());
      case CHOICE -> {
        Object[] constants = Objects.requireNonNull(property.valueType().getEnumConstants());
        yield constants[random.nextInt(constants.length)];
      }
      case OBJECT -> record(property.valueType());
    };
  }

  private Object integer(Property property) {
    Bounds bounds = property.bounds();
    long min = bounds.min() > Long.MIN_VALUE
        ? (long) bounds.min()
        : property.isInt() ? Integer.MIN_VALUE : Long.MIN_VALUE;
    long max = bounds.max() < Long.MAX_VALUE
        ? (long) bounds.max()
        : property.isInt() ? Integer.MAX_VALUE : Long.MAX_VALUE;
    long value = switch (random.nextInt(4)) {
      case 0 -> min;
      case 1 -> max;
      case 2 -> Math.max(min, Math.min(max, random.nextInt(1000)));
      default -> max == Long.MAX_VALUE ? Math.max(min, random.nextLong()) : random.nextLong(min, max);
    };
    if (property.isInt()) {
      return (int) value;
    }
    return value;
  }

  private double number(Bounds bounds) {
    double value = switch (random.nextInt(6)) {
      case 0 -> 0.0;
      case 1 -> Double.MAX_VALUE;
      case 2 -> Double.MIN_VALUE;
      case 3 -> Double.longBitsToDouble(random.nextLong());
      default -> random.nextGaussian();
    };
    if (!Double.isFinite(value)) {
      return 1.0;
    }
    double signed = bounds.min() == 0 ? Math.abs(value) : random.nextBoolean() ? value : -value;
    return Math.min(signed, bounds.max());
  }

  private String id() {
    StringBuilder id = new StringBuilder("b");
    for (int i = random.nextInt(64); i > 0; i--) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    return id.toString();
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(random.nextInt(10) == 0 ? length : 10); i > 0; i--) {
      text.appendCodePoint(TEXT_CHARACTERS[random.nextInt(TEXT_CHARACTERS.length)]);
    }
    return text.toString();
  }

  private Trace trace() {
    int points = random.nextInt(Trace.MAX_POINTS + 1);
    List<Double> times = new ArrayList<>();
    for (double time = random.nextGaussian(); times.size() < points; time += random.nextDouble() + 1e-9) {
      times.add(time);
    }
    return new Trace((RecordKey) record(RecordKey.class),
        times, channel(points), channel(points), channel(points).stream().map(Math::abs).toList(),
        optionalChannel(points), optionalChannel(points), optionalChannel(points));
  }

  private @Nullable List<Double> optionalChannel(int points) {
    return random.nextBoolean() ? channel(points) : null;
  }

  private List<Double> channel(int points) {
    return random.doubles(points, -1e6, 1e6).boxed().toList();
  }
}
