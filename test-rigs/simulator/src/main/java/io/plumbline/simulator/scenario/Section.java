package io.plumbline.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of a scenario file.
///
/// @param name     its own name
/// @param many     `[[name]]`, as often as wanted, instead of `[name]`
/// @param own      the keys of it alone
/// @param shared   another table whose keys are allowed here too
/// @param sections tables inside it
record Section(String name, boolean many, String meaning, List<Knob> own, @Nullable Section shared,
    List<Section> sections) {
  static Section of(String name, String meaning, List<Knob> own, Section... sections) {
    return new Section(name, false, meaning, own, null, List.of(sections));
  }

  static Section like(String name, String meaning, Section shared) {
    return new Section(name, false, meaning, List.of(), shared, List.of());
  }

  List<Knob> knobs() {
    if (shared == null) {
      return own;
    }
    List<Knob> all = new ArrayList<>(own);
    all.addAll(shared.knobs());
    return all;
  }

  Optional<Knob> knob(String key) {
    return knobs().stream().filter(knob -> knob.key().equals(key)).findFirst();
  }

  Optional<Section> section(String wanted) {
    return sections.stream().filter(section -> section.name.equals(wanted)).findFirst();
  }

  /// Whether keys of this table begin with `prefix` and a dot.
  boolean hasGroup(String prefix) {
    return knobs().stream().anyMatch(knob -> knob.key().startsWith(prefix + "."));
  }

  /// Every name that may be written here.
  List<String> names() {
    return Stream.concat(knobs().stream().map(Knob::key), sections.stream().map(Section::name)).toList();
  }
}
