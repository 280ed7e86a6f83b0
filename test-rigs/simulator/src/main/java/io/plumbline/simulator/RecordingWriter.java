package io.plumbline.simulator;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/// Writes a simulated set in the recording format.
final class RecordingWriter {
  private static final int DECIMALS = 6;
  private static final long SCALE = 1_000_000;
  private static final List<String> TRUTH_COLUMNS = List.of("truth_x", "truth_y", "truth_z", "truth_vx", "truth_vy",
      "truth_vz", "truth_qw", "truth_qx", "truth_qy", "truth_qz", "truth_phase");

  private final Writer out;
  private final StringBuilder row = new StringBuilder(512);

  RecordingWriter(Writer out) {
    this.out = out;
  }

  void header(LiftPlan lift, SensorPlan sensors, SimulatedLift set) throws IOException {
    meta("plumbline-recording", "1");
    meta("exercise", "deadlift-conventional");
    meta("load_kg", Double.toString(lift.loadKg()));
    meta("bar_kg", Double.toString(lift.barKg()));
    meta("outboard_kg", Double.toString(lift.outboardKg()));
    meta("facing", "+1");
    for (Imu imu : sensors.imus()) {
      Quaternion mount = imu.mount();
      meta("mount_" + imu.site().id(), mount.w() + " " + mount.x() + " " + mount.y() + " " + mount.z());
      meta("lever_" + imu.site().id(), imu.leverX() + " " + imu.leverY() + " " + imu.leverZ());
    }
    meta("source", String.format(Locale.ROOT, "simulated, seed %d", sensors.seed()));
    out.write("t_s," + String.join(",", set.columns()) + "," + String.join(",", TRUTH_COLUMNS) + "\n");
  }

  private void meta(String key, String value) throws IOException {
    out.write("# " + key + ": " + value + "\n");
  }

  void row(SimulatedLift set) throws IOException {
    row.setLength(0);
    number(set.timeS());
    for (int column = 0; column < set.columns().size(); column++) {
      cell(set.value(column));
    }
    for (int axis = 0; axis < 3; axis++) {
      cell(set.truePositionM(axis));
    }
    for (int axis = 0; axis < 3; axis++) {
      cell(set.trueVelocityMps(axis));
    }
    for (int component = 0; component < 4; component++) {
      cell(set.trueOrientation(component));
    }
    row.append(',').append(set.truePhase().id()).append('\n');
    out.append(row);
  }

  private void cell(double value) {
    row.append(',');
    number(value);
  }

  /// Fixed decimals, by hand: `String.format` would take most of the time of a long recording.
  private void number(double value) {
    long scaled = Math.round(value * SCALE);
    if (scaled < 0) {
      row.append('-');
      scaled = -scaled;
    }
    row.append(scaled / SCALE).append('.');
    String fraction = Long.toString(scaled % SCALE);
    row.append("0".repeat(DECIMALS - fraction.length())).append(fraction);
  }
}
