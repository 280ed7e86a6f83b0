package io.plumbline.simulator.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The tables of a scenario file but for reps and sensors.
final class Knobs {
  static final Knob PURPOSE = Knob.needed("purpose", Knob.Type.TEXT, 0, 0, "one line that says what it is for");
  static final Knob EXERCISE = new Knob("exercise", Knob.Type.CHOICE, 0, 0, Double.NaN, "required",
      Arrays.stream(Exercise.values()).map(Exercise::id).toList(), "what is lifted");
  static final Knob SEED = Knob.whole("seed", 0, Scenarios.MOST_SEED, 1, "of every random draw");

  static final Knob FLOOR = Knob.choice("floor", List.of("rubber", "iron"), "rubber",
      "rubber plates, or iron ones on a mat: sets the three defaults below");
  static final Knob FLOOR_STIFFNESS = Knob.derived("floor_stiffness_npm", 5e4, 5e6, "rubber 400000, iron 1100000",
      "of the plates of one side on the floor");
  static final Knob FLOOR_RESTITUTION = Knob.derived("floor_restitution", 0.05, 0.9, "rubber 0.35, iron 0.25",
      "rebound speed over impact speed of plates that fall");
  static final Knob FLOOR_FRICTION = Knob.derived("floor_friction", 0.05, 1.5, "rubber 0.7, iron 0.4",
      "Coulomb coefficient of plates on the floor");
  static final Knob RACK_HEIGHT = Knob.derived("rack_height_m", 0.3, 2.3, "by exercise",
      "of the bar's centre in the rack");
  static final Knob LATITUDE = Knob.number("latitude_deg", -90, 90, 47, "for gravity");
  static final Knob ALTITUDE = Knob.number("altitude_m", -400, 5000, 300, "above the sea, for gravity");
  static final Knob TEMPERATURE = Knob.number("temperature_c", -20, 50, 20, "of the sensors at the start");
  static final Knob WARMING = Knob.number("warming_cpmin", -5, 5, 0, "how fast the sensors warm up");

  static final Knob BAR_MASS = Knob.derived("mass_kg", 5, 40, "20, trap bar 25", "empty");
  static final Knob OUTBOARD = Knob.derived("outboard_kg", 0.3, 15, "0.335 of the bar's mass",
      "part of it outside each load-cell plane, one side");
  static final Knob DIAMETER = Knob.derived("diameter_m", 0.02, 0.04, "0.029, trap bar 0.03",
      "of the shaft, from which the bar's stiffness follows");
  static final Knob STIFFNESS = Knob.derived("stiffness_factor", 0.3, 10, "1, trap bar 2.5",
      "on that stiffness, for a frame or a hard bar");
  static final Knob DAMPING = Knob.number("damping_ratio", 0.003, 0.1, 0.015, "of the bar's whip");
  static final Knob BORE_PLAY = Knob.number("bore_play_m", 0, 0.004, 0.001, "bore of the plates less sleeve");
  static final Knob PLATE_RADIUS = Knob.number("plate_radius_m", 0.08, 0.25, 0.225, "of the largest plate");
  static final Knob GRIP = Knob.derived("grip_half_width_m", 0.1, 0.6, "by exercise",
      "from the bar's centre to the middle of each hand");

  static final Knob ONE_REP_MAX = Knob.derived("one_rep_max_kg", 20, 600, "by exercise",
      "in this exercise; load over it decides velocity and its profile");
  static final Knob HANDS = Knob.number("hand_stiffness_npm", 2e4, 1e6, 150_000, "of both arms along the pull");
  static final Knob TREMOR = Knob.number("tremor_m", 0, 0.003, 0.0001, "rms of the hands' tremor, 8 to 12 Hz");
  static final Knob SWAY = Knob.number("sway_m", 0, 0.02, 0.001, "rms of slow wandering");
  static final Knob TORSO = Knob.number("torso_m", 0.3, 0.7, 0.48, "hips to shoulders");
  static final Knob START_TRUNK = Knob.derived("start_trunk_deg", 0, 100, "by exercise",
      "forward lean of the trunk where the bar is lowest");
  static final Knob FULL_BEND = Knob.number("full_bend_deg", 20, 90, 55, "lumbar flexion of the own full forward bend");

  static final Knob LOAD = Knob.derived("load_kg", 5, 600, "required, or the two below",
      "bar and plates, the same plates on both sides");
  static final Knob LEFT = Knob.derived("left_kg", 0, 300, "half the plates", "plates on the left sleeve");
  static final Knob RIGHT = Knob.derived("right_kg", 0, 300, "half the plates", "plates on the right sleeve");
  static final Knob REPS = Knob.whole("reps", 0, 200, 5, "how many");
  static final Knob REST_BEFORE = Knob.number("rest_before_s", 0, 600, 4, "stillness before the first thing happens");
  static final Knob REST_AFTER = Knob.number("rest_after_s", 0, 600, 3, "stillness after the last");
  static final Knob CHANGE_PLATES = Knob.flag("change_plates", "true",
      "whether the plates are felt going on and off between the set before and this one");

  static final Knob SINGLE_REP = Knob.needed("number", Knob.Type.WHOLE, 1, 200, "which rep of the set, from 1");

  static final Knob KIND = new Knob("kind", Knob.Type.CHOICE, 0, 0, Double.NaN, "required",
      Arrays.stream(Incident.Kind.values()).map(Incident.Kind::id).toList(), "what happens");
  static final Knob SIZE = Knob.derived("size", -200, 200, "by kind", "how much, in the unit of the kind");
  static final Knob DURATION = Knob.number("duration_s", 0, 60, 0, "how long; 0 for the usual");
  static final Knob SIDE = Knob.choice("side", List.of("left", "right", "both"), "both", "which end of the bar");
  static final Knob PAUSE = Knob.number("pause_s", 0, 60, 2, "stillness afterwards");
  static final Knob AFTER_REP = Knob.whole("after_rep", 0, 200, 0,
      "when: after which rep of the set, 0 for before all");

  static final Section PLACE = Section.of("place", "Where it happens.", List.of(FLOOR, FLOOR_STIFFNESS,
      FLOOR_RESTITUTION, FLOOR_FRICTION, RACK_HEIGHT, LATITUDE, ALTITUDE, TEMPERATURE, WARMING));
  static final Section BAR = Section.of("bar", "The bar.",
      List.of(BAR_MASS, OUTBOARD, DIAMETER, STIFFNESS, DAMPING, BORE_PLAY, PLATE_RADIUS, GRIP));
  static final Section BODY = Section.of("body", "The lifter's body.",
      List.of(ONE_REP_MAX, HANDS, TREMOR, SWAY, TORSO, START_TRUNK, FULL_BEND));
  static final Section SET = new Section("set", true, "One set; as many as wanted, at least one, in their order.",
      List.of(LOAD, LEFT, RIGHT, REPS, REST_BEFORE, REST_AFTER, CHANGE_PLATES), null,
      List.of(Section.like("rep", "What is different in this set.", RepKnobs.REP),
          Section.like("fatigue", "What is different in this set.", FatigueKnobs.FATIGUE),
          new Section("single", true,
              "What is different in one rep of this set. It counts as it stands: no fatigue, no scatter.",
              List.of(SINGLE_REP), RepKnobs.REP, List.of()),
          new Section("incident", true, "Something in this set that is no rep.",
              List.of(KIND, SIZE, DURATION, SIDE, PAUSE, AFTER_REP), null, List.of())));

  /// The whole file.
  static final Section FILE = Section.of("", "Top of the file.", List.of(PURPOSE, EXERCISE, SEED), PLACE, BAR, BODY,
      RepKnobs.REP, FatigueKnobs.FATIGUE, SET, SensorKnobs.SENSORS);

  private Knobs() {}

  /// Every knob with the table it is in, `[set.single]` and its like only with what is their own.
  static List<Knob> all() {
    List<Knob> all = new ArrayList<>();
    collect(FILE, all);
    return all;
  }

  private static void collect(Section section, List<Knob> all) {
    all.addAll(section.own());
    section.sections().forEach(inner -> collect(inner, all));
  }
}
