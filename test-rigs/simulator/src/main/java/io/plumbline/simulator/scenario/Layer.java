package io.plumbline.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Values of one table, with those of another one under it where it is silent. The tables have been checked before.
final class Layer {
  static final Layer EMPTY = new Layer(null, null);

  private final @Nullable TomlTable table;
  private final @Nullable Layer under;

  private Layer(@Nullable TomlTable table, @Nullable Layer under) {
    this.table = table;
    this.under = under;
  }

  static Layer of(@Nullable TomlTable table) {
    return new Layer(table, null);
  }

  /// `table` on top of this.
  Layer covered(@Nullable TomlTable over) {
    return over == null ? this : new Layer(over, this);
  }

  /// This without what lies under the topmost table that has `knob`: a choice that sets defaults hides what was said before it.
  Layer downTo(Knob knob) {
    boolean own = table != null && table.get(knob.path()) != null;
    return own || under == null ? new Layer(table, null) : new Layer(table, under.downTo(knob));
  }

  boolean has(Knob knob) {
    return value(knob) != null;
  }

  private @Nullable Object value(Knob knob) {
    Object own = table == null ? null : table.get(knob.path());
    return own != null || under == null ? own : under.value(knob);
  }

  double number(Knob knob) {
    return number(knob, knob.standard());
  }

  double number(Knob knob, double fallback) {
    return value(knob) instanceof Number number ? number.doubleValue() : fallback;
  }

  long whole(Knob knob) {
    return value(knob) instanceof Long number ? number : (long) knob.standard();
  }

  boolean flag(Knob knob, boolean fallback) {
    return value(knob) instanceof Boolean flag ? flag : fallback;
  }

  boolean flag(Knob knob) {
    return flag(knob, Boolean.parseBoolean(knob.fallback()));
  }

  String text(Knob knob) {
    return value(knob) instanceof String text ? text : knob.fallback();
  }

  List<String> list(Knob knob, List<String> fallback) {
    if (!(value(knob) instanceof TomlArray array)) {
      return fallback;
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(array.getString(i));
    }
    return items;
  }
}
