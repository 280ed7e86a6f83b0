package io.plumbline.simulator.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads the sets of a file that has been checked.
final class SetReader {
  /// Sums of plates are not exact.
  private static final double LEAST_KG = 1e-9;
  /// From the bar's centre to the plates.
  private static final double PLATES_M = 0.75;
  private static final double BALANCED = 0.8;

  private final TomlSource source;
  private final Exercise exercise;
  private final Bar bar;
  private final double oneRepMaxKg;
  private final Layer rep;
  private final Layer fatigue;
  private final long seed;

  SetReader(TomlSource source, Exercise exercise, Bar bar, double oneRepMaxKg, Layer rep, Layer fatigue, long seed) {
    this.source = source;
    this.exercise = exercise;
    this.bar = bar;
    this.oneRepMaxKg = oneRepMaxKg;
    this.rep = rep;
    this.fatigue = fatigue;
    this.seed = seed;
  }

  List<SetPlan> read(@Nullable TomlArray sets) {
    if (sets == null || sets.isEmpty()) {
      throw source.refuse(null, "there is no [[set]]: a scenario needs at least one");
    }
    List<SetPlan> plans = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      plans.add(set(sets.getTable(i), sets.inputPositionOf(i), i));
    }
    for (int i = 1; i < plans.size(); i++) {
      if (Layer.of(sets.getTable(i)).flag(Knobs.CHANGE_PLATES)) {
        changePlates(plans, i);
      }
    }
    return plans;
  }

  /// Puts in how the plates get from the set before to set `i`, less those that the file itself moves. A bar on the floor is free after the
  /// last rep; one that is held is not before it is back, so its plates change as the next set begins.
  private void changePlates(List<SetPlan> plans, int i) {
    SetPlan before = plans.get(i - 1);
    SetPlan set = plans.get(i);
    double left = before.leftKg() + moved(before, -1);
    double right = before.rightKg() + moved(before, 1);
    List<Action> change = PlateChange.of(set.leftKg() - left, set.rightKg() - right);
    if (exercise.start() == Exercise.Start.FLOOR) {
      List<Action> actions = new ArrayList<>(before.actions());
      actions.addAll(change);
      plans.set(i - 1,
          new SetPlan(before.leftKg(), before.rightKg(), before.restBeforeS(), before.restAfterS(), actions));
    } else {
      List<Action> actions = new ArrayList<>(change);
      actions.addAll(set.actions());
      plans.set(i, new SetPlan(left, right, set.restBeforeS(), set.restAfterS(), actions));
    }
  }

  private static double moved(SetPlan set, int side) {
    return set.actions().stream().filter(Incident.class::isInstance).map(Incident.class::cast)
        .filter(incident -> incident.kind() == Incident.Kind.PLATE && incident.side() == side)
        .mapToDouble(Incident::size).sum();
  }

  private SetPlan set(TomlTable table, TomlPosition position, int index) {
    Layer layer = Layer.of(table);
    double[] plates = plates(layer, position);
    int reps = (int) layer.whole(Knobs.REPS);
    Map<Integer, TomlTable> singles = singles(table.getArray("single"), reps);
    List<List<Incident>> incidents = new IncidentReader(source, exercise).read(table.getArray("incident"), reps);
    Layer ofSet = rep.covered(table.getTable("rep"));
    Layer tired = fatigue.covered(table.getTable("fatigue"));
    double share = (bar.massKg() + plates[0] + plates[1]) / oneRepMaxKg;
    List<Action> actions = new ArrayList<>(incidents.getFirst());
    for (int number = 1; number <= reps; number++) {
      TomlTable single = singles.get(number);
      // A stream of its own for each rep: what one rep says does not change the chance of another.
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index * 1009L + number);
      try {
        actions.add(new RepReader(exercise, share, ofSet, Layer.of(single), tired, number - 1, random).read());
      } catch (IllegalArgumentException e) {
        throw source.refuse(single == null ? position : single.inputPositionOf("number"),
            "set " + (index + 1) + ", rep " + number + ": " + e.getMessage());
      }
      actions.addAll(incidents.get(number));
    }
    if (actions.isEmpty()) {
      throw source.refuse(position, "set " + (index + 1) + " has neither reps nor incidents");
    }
    checkPlates(actions, plates, position, index);
    return new SetPlan(plates[0], plates[1], layer.number(Knobs.REST_BEFORE), layer.number(Knobs.REST_AFTER), actions);
  }

  private void checkPlates(List<Action> actions, double[] plates, TomlPosition position, int index) {
    double[] onKg = plates.clone();
    for (Action action : actions) {
      if (action instanceof RepPlan) {
        checkBalance(onKg, position, index);
      }
      if (action instanceof Incident incident && incident.kind() == Incident.Kind.PLATE) {
        int side = incident.side() < 0 ? 0 : 1;
        onKg[side] += incident.size();
        if (onKg[side] < -LEAST_KG) {
          throw source.refuse(position, "set " + (index + 1) + ": " + Knob.plain(-incident.size())
              + " kg cannot come off the " + (side == 0 ? "left" : "right") + ": there is less on it");
        }
      }
    }
  }

  /// Hands can hold a bar level only while its centre of mass is between them, and well so.
  private void checkBalance(double[] onKg, TomlPosition position, int index) {
    double offM = PLATES_M * (onKg[1] - onKg[0]) / (bar.massKg() + onKg[0] + onKg[1]);
    if (Math.abs(offM) > BALANCED * bar.gripHalfWidthM()) {
      throw source.refuse(position, "set " + (index + 1) + ": no hands hold a bar with " + Knob.plain(onKg[0])
          + " kg on the left and " + Knob.plain(onKg[1]) + " kg on the right; bring them nearer to each other");
    }
  }

  /// Left and right, kg.
  private double[] plates(Layer layer, TomlPosition position) {
    boolean total = layer.has(Knobs.LOAD);
    boolean both = layer.has(Knobs.LEFT) && layer.has(Knobs.RIGHT);
    boolean none = !layer.has(Knobs.LEFT) && !layer.has(Knobs.RIGHT);
    if (total ? !none : !both) {
      throw source.refuse(position, "a set needs either 'load_kg' (bar and plates) or both 'left_kg' and 'right_kg'");
    }
    if (both) {
      return new double[]{layer.number(Knobs.LEFT), layer.number(Knobs.RIGHT)};
    }
    double load = layer.number(Knobs.LOAD);
    if (load < bar.massKg()) {
      throw source.refuse(position,
          "'load_kg' is " + Knob.plain(load) + " kg, less than the bar's " + Knob.plain(bar.massKg()) + " kg");
    }
    double side = (load - bar.massKg()) / 2;
    return new double[]{side, side};
  }

  private Map<Integer, TomlTable> singles(@Nullable TomlArray tables, int reps) {
    Map<Integer, TomlTable> singles = new HashMap<>();
    for (int i = 0; tables != null && i < tables.size(); i++) {
      TomlTable table = tables.getTable(i);
      int number = (int) Layer.of(table).whole(Knobs.SINGLE_REP);
      if (number > reps) {
        throw source.refuse(table.inputPositionOf("number"), "there is no rep " + number + " in a set of " + reps);
      }
      if (singles.put(number, table) != null) {
        throw source.refuse(table.inputPositionOf("number"), "rep " + number + " has a [[set.single]] already");
      }
    }
    return singles;
  }
}
