package io.plumbline.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads what is no rep of a set that has been checked.
final class IncidentReader {
  /// The walk-out is half a metre; what is left is the depth of the hooks and the way of the bar.
  private static final double MOST_FORWARD_M = 0.25;

  private final TomlSource source;
  private final Exercise exercise;

  IncidentReader(TomlSource source, Exercise exercise) {
    this.source = source;
    this.exercise = exercise;
  }

  /// The incidents by the number of the rep that they follow, 0 to `reps`.
  List<List<Incident>> read(@Nullable TomlArray tables, int reps) {
    List<List<Incident>> byRep = new ArrayList<>();
    for (int i = 0; i <= reps; i++) {
      byRep.add(new ArrayList<>());
    }
    for (int i = 0; tables != null && i < tables.size(); i++) {
      TomlTable table = tables.getTable(i);
      Layer layer = Layer.of(table);
      int after = (int) layer.whole(Knobs.AFTER_REP);
      if (after > reps) {
        throw source.refuse(table.inputPositionOf("after_rep"), "there is no rep " + after + " in a set of " + reps);
      }
      add(byRep.get(after), table, layer, after > 0);
    }
    checkSteps(byRep, tables);
    return byRep;
  }

  /// The rack that the bar has been walked out of is still there.
  private void checkSteps(List<List<Incident>> byRep, @Nullable TomlArray tables) {
    double forwardM = 0;
    for (Incident incident : byRep.stream().flatMap(List::stream).toList()) {
      forwardM += incident.kind() == Incident.Kind.STEP ? incident.size() : 0;
      if (tables != null && exercise.isRacked() && forwardM > MOST_FORWARD_M) {
        throw source.refuse(tables.inputPositionOf(0), "the steps lead " + Knob.plain(forwardM)
            + " m forward, into the rack: together they may be " + Knob.plain(MOST_FORWARD_M) + " m at the most");
      }
    }
  }

  private void add(List<Incident> incidents, TomlTable table, Layer layer, boolean held) {
    Incident.Kind kind = Incident.Kind.valueOf(RepReader.constant(layer.text(Knobs.KIND)));
    boolean floor = exercise.start() == Exercise.Start.FLOOR;
    if (held && !floor && !IncidentSizes.canBeHeld(kind)) {
      throw source.refuse(table.inputPositionOf("kind"), "after a rep of a " + exercise.id()
          + " the bar is held, so a " + kind.id() + " can happen before the first only (after_rep = 0)");
    }
    if (kind == Incident.Kind.STEP && floor) {
      throw source.refuse(table.inputPositionOf("kind"),
          "between reps of a " + exercise.id() + " the bar lies on the floor: no step, but perhaps a \"carry\"");
    }
    if (kind == Incident.Kind.STEP && exercise == Exercise.BENCH_PRESS) {
      throw source.refuse(table.inputPositionOf("kind"), "nobody steps in a bench-press");
    }
    if (exercise.isRacked() && !IncidentSizes.canBeRacked(kind)) {
      throw source.refuse(table.inputPositionOf("kind"),
          "the bar of a " + exercise.id() + " lies in the rack: a " + kind.id() + " would throw it off the hooks");
    }
    IncidentSizes sizes = IncidentSizes.of(kind);
    double size = layer.number(Knobs.SIZE, sizes.usual());
    if (!(size >= sizes.low() && size <= sizes.high()) || size == 0) {
      throw source.refuse(table.inputPositionOf("size"), "'size' of a " + kind.id() + " must be from "
          + Knob.plain(sizes.low()) + " to " + Knob.plain(sizes.high()) + " " + kind.unit() + " and not 0, but is "
          + Knob.plain(size));
    }
    String side = layer.text(Knobs.SIDE);
    double duration = layer.number(Knobs.DURATION);
    double pause = layer.number(Knobs.PAUSE);
    if (kind == Incident.Kind.PLATE && side.equals("both")) {
      incidents.add(new Incident(kind, size, duration, -1, pause));
      incidents.add(new Incident(kind, size, duration, 1, pause));
    } else {
      incidents.add(new Incident(kind, size, duration, side.equals("left") ? -1 : side.equals("right") ? 1 : 0, pause));
    }
  }
}
