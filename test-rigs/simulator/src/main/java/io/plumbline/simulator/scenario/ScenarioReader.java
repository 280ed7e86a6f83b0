package io.plumbline.simulator.scenario;

import java.util.OptionalLong;
import org.tomlj.TomlParseResult;

/// Makes a scenario of a file's text.
final class ScenarioReader {
  private static final double OUTBOARD_SHARE = 6.7 / 20;
  /// Some of the bar is between the load cells, or there is nothing to lift.
  private static final double MOST_OUTBOARD = 0.85;

  private ScenarioReader() {}

  /// @param seed instead of the file's own
  /// @throws ScenarioException with one line that names file, line, key and reason
  static Scenario read(TomlSource source, OptionalLong seed) {
    TomlParseResult file = source.parse();
    new Checker(source).check(file);
    Layer top = Layer.of(file);
    Exercise exercise = Exercise.fromId(top.text(Knobs.EXERCISE)).orElseThrow();
    ExerciseDefaults usual = ExerciseDefaults.of(exercise);
    long drawn = seed.orElse(top.whole(Knobs.SEED));
    Bar bar = bar(source, Layer.of(file.getTable("bar")), exercise, usual);
    Body body = body(Layer.of(file.getTable("body")), usual);
    SetReader sets = new SetReader(source, exercise, bar, body.oneRepMaxKg(), Layer.of(file.getTable("rep")),
        Layer.of(file.getTable("fatigue")), drawn);
    return new Scenario(source.name(), top.text(Knobs.PURPOSE), exercise, drawn,
        place(Layer.of(file.getTable("place")), usual), bar, body, sets.read(file.getArray("set")),
        new SensorReader(source, file.getTable("sensors")).read(usual.strap()));
  }

  private static Place place(Layer layer, ExerciseDefaults usual) {
    boolean iron = layer.text(Knobs.FLOOR).equals("iron");
    return new Place(layer.number(Knobs.LATITUDE), layer.number(Knobs.ALTITUDE), layer.number(Knobs.TEMPERATURE),
        layer.number(Knobs.WARMING), layer.number(Knobs.FLOOR_STIFFNESS, iron ? 1.1e6 : 4e5),
        layer.number(Knobs.FLOOR_RESTITUTION, iron ? 0.25 : 0.35), layer.number(Knobs.FLOOR_FRICTION, iron ? 0.4 : 0.7),
        layer.number(Knobs.RACK_HEIGHT, usual.rackHeightM()));
  }

  private static Bar bar(TomlSource source, Layer layer, Exercise exercise, ExerciseDefaults usual) {
    boolean trap = exercise == Exercise.DEADLIFT_TRAP_BAR;
    double massKg = layer.number(Knobs.BAR_MASS, trap ? 25 : 20);
    double outboardKg = layer.number(Knobs.OUTBOARD, OUTBOARD_SHARE * massKg);
    if (2 * outboardKg > MOST_OUTBOARD * massKg) {
      throw source.refuse(null, "'outboard_kg' is " + Knob.plain(outboardKg) + " kg at each end of a bar of "
          + Knob.plain(massKg) + " kg: together at most " + Knob.plain(MOST_OUTBOARD) + " of it");
    }
    return new Bar(massKg, outboardKg,
        layer.number(Knobs.DIAMETER, trap ? 0.03 : 0.029), layer.number(Knobs.STIFFNESS, trap ? 2.5 : 1),
        layer.number(Knobs.DAMPING), layer.number(Knobs.BORE_PLAY), layer.number(Knobs.PLATE_RADIUS),
        layer.number(Knobs.GRIP, usual.gripHalfWidthM()));
  }

  private static Body body(Layer layer, ExerciseDefaults usual) {
    return new Body(layer.number(Knobs.ONE_REP_MAX, usual.oneRepMaxKg()), layer.number(Knobs.HANDS),
        layer.number(Knobs.TREMOR), layer.number(Knobs.SWAY), layer.number(Knobs.TORSO),
        layer.number(Knobs.START_TRUNK, usual.startTrunkDeg()), layer.number(Knobs.FULL_BEND));
  }
}
