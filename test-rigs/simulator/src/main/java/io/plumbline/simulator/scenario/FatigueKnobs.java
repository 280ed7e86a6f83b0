package io.plumbline.simulator.scenario;

import java.util.List;

/// What a file can say about fatigue: how much each quantity changes from one rep of a set to the next.
final class FatigueKnobs {
  static final Knob VELOCITY = Knob.derived("velocity_loss_mps", -0.1, 0.3, "by exercise", "how much slower");
  static final Knob STICKING = Knob.number("sticking", -0.2, 0.2, 0.02, "how much deeper the sticking region");
  static final Knob TENSION = Knob.number("tension_loss", -0.2, 0.5, 0.02, "by which share the slack is pulled faster");
  static final Knob DRIFT = Knob.number("drift_m", -0.03, 0.03, 0.001, "how much more forward travel");
  static final Knob TOP_DRIFT = Knob.number("top_drift_m", -0.03, 0.03, 0, "how much more of it left at the top");
  static final Knob LEFT_SHARE = Knob.number("left_share", -0.05, 0.05, 0, "how much more of the pull on the left");
  static final Knob LAG = Knob.number("lag_s", -0.05, 0.05, 0, "how much later the right hand");
  static final Knob TILT = Knob.number("tilt_deg", -2, 2, 0, "how much more tilt");
  static final Knob TWIST = Knob.number("twist_deg", -2, 2, 0, "how much more twist");
  static final Knob DESCENT = Knob.number("descent_loss", -0.2, 0.4, 0.01, "by which share the descent is faster");
  static final Knob TOUCH_DOWN = Knob.number("touch_down_mps", -0.1, 0.2, 0.01, "how much harder the plates land");
  static final Knob PAUSE = Knob.number("pause_s", -1, 5, 0.1, "how much longer the pause after a rep on the floor");
  static final Knob START_FLEXION = Knob.number("start_flexion_deg", -3, 5, 0.1, "how much rounder the start");
  static final Knob FLEXION_GAIN = Knob.number("flexion_gain_deg", -2, 5, 0.3, "how much more rounding until the knee");
  static final Knob HIP_SHOOT = Knob.number("hip_shoot_deg", -2, 4, 0.2, "how much more the hips shoot up");
  static final Knob LEAN_BACK = Knob.number("lean_back_m", -0.01, 0.02, 0, "how much more lean-back");

  static final Section FATIGUE = Section.of("fatigue", "How each rep of a set differs from the one before it.",
      List.of(VELOCITY, STICKING, TENSION, DRIFT, TOP_DRIFT, LEFT_SHARE, LAG, TILT, TWIST, DESCENT, TOUCH_DOWN, PAUSE,
          START_FLEXION, FLEXION_GAIN, HIP_SHOOT, LEAN_BACK));

  private FatigueKnobs() {}
}
