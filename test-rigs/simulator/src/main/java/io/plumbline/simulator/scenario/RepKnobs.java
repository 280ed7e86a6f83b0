package io.plumbline.simulator.scenario;

import java.util.List;

/// What a file can say about a rep.
final class RepKnobs {
  static final Knob ROM = Knob.derived("rom_m", 0.03, 1.2, "by exercise", "height of the top above the bottom");
  static final Knob MEAN_VELOCITY = Knob.derived("mean_velocity_mps", 0.04, 2.5, "load–velocity line",
      "mean of the ascent");
  static final Knob PEAK_TO_MEAN = Knob.derived("peak_to_mean", 1.1, 3, "1.65, to 1.9 when near-maximal",
      "peak over mean velocity of the ascent");
  static final Knob PEAK_AT = Knob.derived("peak_at", 0.05, 0.9, "0.45, near-maximal by exercise",
      "share of the ascent's time at which the velocity peaks");
  static final Knob STICKING = Knob.derived("sticking", 0, 0.95, "0 up to 75 % of 1RM, rising to 0.6 at 100 %",
      "how far the velocity falls after its first peak, share of the peak");
  static final Knob STICKING_AT = Knob.derived("sticking_at", 0.1, 0.95, "by exercise",
      "share of the ascent's time at which it is slowest; later than the peak");
  static final Knob PAUSE = Knob.derived("pause_s", 0, 60, "by exercise",
      "stillness on the floor, or at the bottom of a lift that goes down first; 0 for touch-and-go");
  static final Knob SCATTER = Knob.number("scatter", 0, 4, 1, "how much the reps differ by chance; 0 for not at all");

  static final Knob SLACK = Knob.choice("slack.style", List.of("calm", "hurried", "jerked"), "calm",
      "sets the three defaults below");
  static final Knob TENSION = Knob.derived("slack.tension_s", 0.05, 6, "calm 0.7, hurried 0.45, jerked 0.2",
      "from the first pull to the plateau or, without one, to lift-off");
  static final Knob PLATEAU = Knob.derived("slack.plateau", 0, 0.98, "calm 0.85, else 0",
      "pre-tension as a share of the load");
  static final Knob PLATEAU_TIME = Knob.derived("slack.plateau_s", 0, 15, "calm 0.3, else 0",
      "how long it is held; 0 for no plateau");

  static final Knob DRIFT = Knob.derived("path.drift_m", -0.3, 0.3, "by exercise",
      "farthest forward travel, + away from the lifter");
  static final Knob DRIFT_AT = Knob.number("path.drift_at", 0.1, 1, 0.4, "share of the ascent at which it is farthest");
  static final Knob TOP_DRIFT = Knob.derived("path.top_drift_m", -0.3, 0.3, "by exercise",
      "forward travel that is left at the top");

  static final Knob LEFT_SHARE = Knob.number("sides.left_share", 0.3, 0.7, 0.5, "share of the pull of the left hand");
  static final Knob LAG = Knob.number("sides.lag_s", -0.3, 0.3, 0, "by how much the right hand follows the left");
  static final Knob TILT = Knob.number("sides.tilt_deg", -10, 10, 0, "at the top, + right hand lower");
  static final Knob TWIST = Knob.number("sides.twist_deg", -15, 15, 0, "at the top, + right hand forward");
  static final Knob ROLL = Knob.number("sides.roll_deg", -90, 90, 0, "of the shaft in the hands, bottom to top");

  static final Knob HOLD = Knob.derived("lockout.hold_s", 0, 60, "by exercise", "stillness at the top");
  static final Knob LEAN_BACK = Knob.derived("lockout.lean_back_m", 0, 0.2, "by exercise",
      "backward travel of the bar after the top");

  static final Knob DESCENT = Knob.choice("descent.kind", List.of("controlled", "dropped", "released"), "controlled",
      "lowered; falling with the hands following; let go");
  static final Knob DESCENT_TIME = Knob.derived("descent.duration_s", 0.25, 15, "by exercise",
      "of a controlled descent");
  static final Knob TOUCH_DOWN = Knob.number("descent.touch_down_mps", 0.02, 1.5, 0.25,
      "speed at which the plates meet the floor after a controlled one");

  static final Knob OUTCOME = Knob.choice("outcome.kind", List.of("completed", "hitched", "no-lift-off", "failed"),
      "completed", "how the rep ends; no-lift-off is for lifts from the floor");
  static final Knob STALL_AT = Knob.derived("outcome.at", 0.02, 0.99, "0.5, no-lift-off 0.9",
      "share of the ROM at which it stalls or hitches; without lift-off, share of the load reached");
  static final Knob FIGHT = Knob.derived("outcome.hold_s", 0, 15, "1.2, hitched 0.3",
      "how long the lifter fights there");

  static final Knob START_FLEXION = Knob.derived("spine.start_deg", -20, 80, "by exercise",
      "lumbar flexion at the bottom");
  static final Knob FLEXION_GAIN = Knob.number("spine.gain_deg", -20, 40, 2, "how much more it becomes until the knee");
  static final Knob HIP_SHOOT = Knob.number("spine.hip_shoot_deg", -10, 30, 1,
      "by how much the trunk leans further forward before the bar is 5 cm up");
  static final Knob EXTENSION = Knob.number("spine.lean_back_deg", 0, 30, 1,
      "lumbar extension beyond standing at the top");

  static final Section REP = Section.of("rep", "How each rep is meant, in all sets.",
      List.of(ROM, MEAN_VELOCITY, PEAK_TO_MEAN, PEAK_AT, STICKING, STICKING_AT, PAUSE, SCATTER, SLACK, TENSION, PLATEAU,
          PLATEAU_TIME, DRIFT, DRIFT_AT, TOP_DRIFT, LEFT_SHARE, LAG, TILT, TWIST, ROLL, HOLD, LEAN_BACK, DESCENT,
          DESCENT_TIME, TOUCH_DOWN, OUTCOME, STALL_AT, FIGHT, START_FLEXION, FLEXION_GAIN, HIP_SHOOT, EXTENSION));

  private RepKnobs() {}
}
