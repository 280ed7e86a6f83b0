package io.plumbline.simulator.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a file can say about the sensors.
final class SensorKnobs {
  static final Knob NOISE = Knob.number("noise", 0, 20, 1, "factor on every random error below; 0 for none of them");
  static final Knob CALIBRATED = Knob.flag("calibrated", "true",
      "whether the bar's own calibration has been done; else all the factory's errors are left");
  static final Knob RATE = Knob.number("rate_hz", 50, 4000, 1000, "nominal rate of every sensor on the bar");
  static final Knob RATE_ERROR = Knob.number("rate_error", -0.05, 0.05, 0.01, "true rate over nominal less 1");
  static final Knob SHARED_CLOCK = Knob.flag("shared_clock", "true",
      "whether all bar sensors are sampled together; else each has a rate error of its own, up to that");
  static final Knob JITTER = Knob.number("jitter_s", 0, 0.01, 2e-5, "standard deviation of the time stamps");
  static final Knob LOST = Knob.number("lost_share", 0, 0.9, 0, "share of samples that never arrive");
  static final Knob LATE = Knob.number("late_share", 0, 0.9, 0, "share of samples whose time stamp is late");
  static final Knob LATE_TIME = Knob.number("late_s", 0, 1, 0.005, "by how much at the most");
  static final Knob IMUS = Knob.list("imus", Arrays.stream(SensorPlan.Site.values()).map(SensorPlan.Site::id).toList(),
      "[\"left\", \"right\"]", "inertial units on the shaft");

  static final Knob X = Knob.derived("x_m", -0.66, 0.66, "left -0.65, right 0.65, centre 0", "place along the shaft");
  static final Knob Y = Knob.number("y_m", -0.1, 0.1, 0, "place off its axis");
  static final Knob Z = Knob.number("z_m", -0.1, 0.1, 0.01, "place off its axis");
  static final Knob YAW = Knob.number("mount_yaw_deg", -180, 180, 0, "orientation: about z, then");
  static final Knob PITCH = Knob.number("mount_pitch_deg", -90, 90, 0, "about y, then");
  static final Knob ROLL = Knob.number("mount_roll_deg", -180, 180, 0, "about x");

  static final TriadKnobs ACCELEROMETER = new TriadKnobs("mps2", SensorDefaults.ACCELEROMETER,
      SensorDefaults.ACCELEROMETER_RAW);
  static final TriadKnobs GYROSCOPE = new TriadKnobs("radps", SensorDefaults.GYROSCOPE, SensorDefaults.GYROSCOPE_RAW);
  static final TriadKnobs HIGH_G = new TriadKnobs("mps2", SensorDefaults.HIGH_G, SensorDefaults.HIGH_G_RAW);
  static final TriadKnobs STRAP_ACCELEROMETER = new TriadKnobs("mps2", SensorDefaults.STRAP_ACCELEROMETER,
      SensorDefaults.STRAP_ACCELEROMETER);
  static final TriadKnobs STRAP_GYROSCOPE = new TriadKnobs("radps", SensorDefaults.STRAP_GYROSCOPE,
      SensorDefaults.STRAP_GYROSCOPE);

  static final Knob FORCE_FITTED = Knob.flag("fitted", "true", "whether there are any");
  static final Knob SINGLE_AXIS = Knob.flag("single_axis", "false", "one magnitude a side instead of two planes");
  static final Knob FORCE_NOISE = Knob.number("noise_n", 0, 500, SensorDefaults.FORCE_NOISE_N,
      "rms of one sample at 1 kHz");
  static final Knob FORCE_ZERO = Knob.number("zero_sd_n", 0, 500, SensorDefaults.FORCE_ZERO_SD_N,
      "standard deviation of the offset");
  static final Knob FORCE_SCALE = Knob.number("scale_sd", 0, 0.3, SensorDefaults.FORCE_SCALE_SD,
      "standard deviation of the gain error");
  static final Knob FORCE_CROSS = Knob.number("cross_talk_sd", 0, 0.3, SensorDefaults.FORCE_CROSS_TALK_SD,
      "standard deviation of the leak between the two planes");
  static final Knob FORCE_SLOPE = Knob.number("zero_npc", 0, 50, SensorDefaults.FORCE_ZERO_NPC,
      "standard deviation of the offset's temperature slope");
  static final Knob FORCE_RANGE = Knob.number("range_n", 100, 100_000, SensorDefaults.FORCE_RANGE_N,
      "where it saturates");
  static final Knob FORCE_STEP = Knob.number("resolution_n", 0, 100, SensorDefaults.FORCE_RESOLUTION_N,
      "one step; 0 for none");

  static final Knob HIGH_G_FITTED = Knob.flag("fitted", "true", "whether they sit beside the left and right unit");

  static final Knob STRAP_FITTED = Knob.flag("fitted", "true, bench press false", "whether it is worn");
  static final Knob STRAP_RATE = Knob.number("rate_hz", 20, 400, 200, "of both units");
  static final Knob SLIP = Knob.number("slip_deg", -30, 30, 0, "by how much the thorax unit turns on the skin");
  static final Knob SLIP_AT = Knob.number("slip_at_s", 0, 36_000, 0, "when");
  static final Knob ORIENTATION = Knob.number("orientation_sd_rad", 0, 0.3, 0.01,
      "standard deviation of the slow error of the reported orientation");

  static final Knob FAULT_KIND = new Knob("kind", Knob.Type.CHOICE, 0, 0, Double.NaN, "required",
      List.of("dead", "stuck"), "sends nothing, or repeats its last sample");
  static final Knob FAULT_SENSOR = new Knob("sensor", Knob.Type.CHOICE, 0, 0, Double.NaN, "required", List.of("left",
      "right", "centre", "force-left", "force-right", "high-g-left", "high-g-right", "pelvis", "thorax"), "which");
  static final Knob FROM = Knob.needed("from_s", Knob.Type.NUMBER, 0, 36_000, "from when on");
  static final Knob UNTIL = Knob.derived("until_s", 0, 36_000, "to the end", "until when");

  static final Section ACCELEROMETER_SECTION = Section.of("accelerometer", "Of every inertial unit on the bar.",
      ACCELEROMETER.all());
  static final Section GYROSCOPE_SECTION = Section.of("gyroscope", "Of every inertial unit on the bar.",
      GYROSCOPE.all());
  static final Section UNIT = unit("left", null);

  static final Section SENSORS = Section.of("sensors",
      "The sensors. Random errors are drawn from the seed with the standard deviations given, so that each seed is another specimen. "
          + "A recording holds calibrated values: the defaults are what calibration leaves.",
      List.of(NOISE, CALIBRATED, RATE, RATE_ERROR, SHARED_CLOCK, JITTER, LOST, LATE, LATE_TIME, IMUS),
      ACCELEROMETER_SECTION, GYROSCOPE_SECTION, UNIT, unit("right", UNIT), unit("centre", UNIT),
      Section.of("force", "Load cells, two planes a side.",
          List.of(FORCE_FITTED, SINGLE_AXIS, FORCE_NOISE, FORCE_ZERO, FORCE_SCALE, FORCE_CROSS, FORCE_SLOPE,
              FORCE_RANGE, FORCE_STEP)),
      Section.of("high_g", "High-g accelerometers.", with(HIGH_G_FITTED, HIGH_G.all())),
      Section.of("strap", "The strap: units on the pelvis and at T12/L1.",
          List.of(STRAP_FITTED, STRAP_RATE, SLIP, SLIP_AT, ORIENTATION),
          Section.of("accelerometer", "Of both strap units.", STRAP_ACCELEROMETER.all()),
          Section.of("gyroscope", "Of both strap units.", STRAP_GYROSCOPE.all())),
      new Section("fault", true, "A sensor that dies or sticks.", List.of(FAULT_KIND, FAULT_SENSOR, FROM, UNTIL), null,
          List.of()));

  private SensorKnobs() {}

  private static Section unit(String name, @org.jspecify.annotations.Nullable Section same) {
    List<Knob> own = same == null ? List.of(X, Y, Z, YAW, PITCH, ROLL) : List.of();
    return new Section(name, false, "The " + name + " inertial unit, where it is among `imus`.", own, same,
        List.of(Section.like("accelerometer", "What is different in this one.", ACCELEROMETER_SECTION),
            Section.like("gyroscope", "What is different in this one.", GYROSCOPE_SECTION)));
  }

  private static List<Knob> with(Knob first, List<Knob> others) {
    List<Knob> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }
}
