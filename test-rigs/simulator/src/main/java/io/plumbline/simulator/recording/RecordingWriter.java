package io.plumbline.simulator.recording;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Simulation;
import io.plumbline.simulator.scenario.Action;
import io.plumbline.simulator.scenario.Incident;
import io.plumbline.simulator.scenario.RepPlan;
import io.plumbline.simulator.scenario.Scenario;
import io.plumbline.simulator.scenario.SensorPlan;
import io.plumbline.simulator.scenario.SetPlan;
import io.plumbline.simulator.sensor.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Writes a run in the recording format.
final class RecordingWriter {
  private static final List<String> TRUTH_COLUMNS = List.of("truth_x", "truth_y", "truth_z", "truth_vx", "truth_vy",
      "truth_vz", "truth_qw", "truth_qx", "truth_qy", "truth_qz");
  private static final String LUMBAR_COLUMN = "truth_lumbar_deg";
  private static final String PHASE_COLUMN = "truth_phase";
  private static final int DECIMALS = 6;
  private static final int FORCE_DECIMALS = 4;
  private static final int QUATERNION_DECIMALS = 8;
  private static final int LUMBAR_DECIMALS = 3;
  private static final double SAME_KG = 1e-6;

  private final boolean lumbar;
  private final StringBuilder row = new StringBuilder(1024);
  private final int[] decimals;
  private final List<String> columns;
  private final Scenario scenario;

  RecordingWriter(Scenario scenario, List<String> columns) {
    this.scenario = scenario;
    this.columns = columns;
    this.decimals = columns.stream().mapToInt(RecordingWriter::decimals).toArray();
    this.lumbar = scenario.sensors().strap().fitted();
  }

  /// All lines before the first row.
  String header(long seed, List<RepTruth> reps) {
    StringBuilder out = new StringBuilder();
    meta(out, "plumbline-recording", "1");
    meta(out, "exercise", scenario.exercise().id());
    OptionalDouble load = load(scenario);
    if (load.isPresent()) {
      meta(out, "load_kg", plain(load.getAsDouble()));
    }
    meta(out, "bar_kg", plain(scenario.bar().massKg()));
    meta(out, "outboard_kg", plain(scenario.bar().outboardKg()));
    meta(out, "facing", "+1");
    for (SensorPlan.Imu imu : scenario.sensors().imus()) {
      double[] mount = Rotation.ofMount(imu);
      meta(out, "mount_" + imu.site().id(), mount[0] + " " + mount[1] + " " + mount[2] + " " + mount[3]);
      meta(out, "lever_" + imu.site().id(), imu.xM() + " " + imu.yM() + " " + imu.zM());
    }
    meta(out, "source", "simulated, scenario " + scenario.name() + ", seed " + seed);
    meta(out, "note", scenario.purpose());
    for (int i = 0; i < reps.size(); i++) {
      meta(out, "truth_rep_" + (i + 1), RepJson.of(reps.get(i)));
    }
    List<String> all = new ArrayList<>(List.of("t_s"));
    all.addAll(columns);
    all.addAll(TRUTH_COLUMNS);
    if (lumbar) {
      all.add(LUMBAR_COLUMN);
    }
    all.add(PHASE_COLUMN);
    return out.append(String.join(",", all)).append('\n').toString();
  }

  private static int decimals(String column) {
    int last = column.lastIndexOf('_') + 1;
    return switch (column.charAt(last)) {
      case 'f', 'h' -> FORCE_DECIMALS;
      case 'q' -> QUATERNION_DECIMALS;
      default -> DECIMALS;
    };
  }

  private static void meta(StringBuilder out, String key, String value) {
    out.append("# ").append(key).append(": ").append(value).append('\n');
  }

  private static String plain(double value) {
    StringBuilder text = new StringBuilder();
    NumberText.append(text, value, FORCE_DECIMALS);
    return text.toString().replaceAll("\\.?0+$", "");
  }

  /// The mass that all reps were lifted with; where no rep was lifted, the one that lay there all the time. Empty where it changed.
  static OptionalDouble load(Scenario scenario) {
    List<Double> lifted = new ArrayList<>();
    List<Double> lying = new ArrayList<>();
    for (SetPlan set : scenario.sets()) {
      double load = scenario.bar().massKg() + set.leftKg() + set.rightKg();
      lying.add(load);
      for (Action action : set.actions()) {
        switch (action) {
          case RepPlan rep -> lifted.add(load);
          case Incident incident -> {
            load += incident.kind() == Incident.Kind.PLATE ? incident.size() : 0;
            lying.add(load);
          }
        }
      }
    }
    List<Double> loads = lifted.isEmpty() ? lying : lifted;
    double first = loads.getFirst();
    boolean same = loads.stream().allMatch(load -> Math.abs(load - first) < SAME_KG);
    return same ? OptionalDouble.of(first) : OptionalDouble.empty();
  }

  /// A row up to its phase, which is known only when its rep is over. Valid until the next call.
  CharSequence row(Simulation run) {
    row.setLength(0);
    NumberText.append(row, run.timeS(), DECIMALS);
    for (int column = 0; column < decimals.length; column++) {
      row.append(',');
      NumberText.append(row, run.value(column), decimals[column]);
    }
    for (int axis = 0; axis < 3; axis++) {
      row.append(',');
      NumberText.append(row, run.truePositionM(axis), DECIMALS);
    }
    for (int axis = 0; axis < 3; axis++) {
      row.append(',');
      NumberText.append(row, run.trueVelocityMps(axis), DECIMALS);
    }
    for (int component = 0; component < 4; component++) {
      row.append(',');
      NumberText.append(row, run.trueOrientation(component), QUATERNION_DECIMALS);
    }
    if (lumbar) {
      row.append(',');
      NumberText.append(row, run.trueLumbarDeg(), LUMBAR_DECIMALS);
    }
    return row;
  }
}
