package io.plumbline.bar.app;

import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.config.Layer;
import io.plumbline.bar.config.Section;
import io.plumbline.bar.state.BaselineText;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.StopLimits;
import io.plumbline.bar.summary.StreamContext;
import io.plumbline.blackbox.BlackBoxEvent;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Texts;
import io.plumbline.core.technique.Baseline;
import io.plumbline.core.technique.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a command changed in a session, as its black box keeps it: all that holds from then on. The blackbox module's `FORMAT.md` has the text.
///
/// @param lastFrameNs time of the frame before it, [Measurement#NO_FRAME] where there was none
/// @param command     what changed it
/// @param athlete     null where not known
/// @param plannedReps null where nobody said
/// @param facing      as in [io.plumbline.core.sample.BarSetup]
/// @param limits      null for the usual ones
/// @param baseline    what is usual for the athlete, null where nothing is known
/// @param zeroRatio   of the load cells, null for those of the configuration
/// @param held        whether nothing is measured, because the bar is being calibrated
public record SessionChange(long lastFrameNs, String command, @Nullable String athlete, Exercise exercise,
    @Nullable Integer plannedReps, int facing, @Nullable StopLimits limits, @Nullable Baseline baseline,
    @Nullable List<Double> zeroRatio, boolean held) {
  private static final int VERSION = 1;
  private static final List<String> COMMANDS = List.of("set-context", "set-limits", "tare", "start", "calibrate",
      "calibrated");
  /// They begin the measuring anew.
  private static final Set<String> ANEW = Set.of("tare", "calibrate");
  private static final String LOSS = "velocity_loss_mps";
  private static final String DRIFT = "forward_drift_m";
  private static final double LARGE = 10;
  private static final int MOST_PLANNED = 1000;
  private static final double NS_PER_S = 1e9;

  /// What holds now.
  ///
  /// @param zeros of the load cells, null for those of the configuration
  static SessionChange of(String command, long lastFrameNs, StreamContext now, @Nullable List<Double> zeros) {
    boolean held = command.equals("calibrate");
    return new SessionChange(lastFrameNs, command, now.athlete(), now.exercise(), now.plannedReps(),
        now.setup().facing(), now.stopLimits(), now.baseline(), zeros, held);
  }

  /// As it is recorded.
  BlackBoxEvent toEvent() {
    List<String> lines = new ArrayList<>();
    lines.add("version = " + VERSION);
    lines.add("command = " + quoted(command));
    if (athlete != null) {
      lines.add("athlete = " + quoted(athlete));
    }
    lines.add("exercise = " + quoted(exercise.id()));
    if (plannedReps != null) {
      lines.add("planned_reps = " + plannedReps);
    }
    lines.add("facing = " + facing);
    if (zeroRatio != null) {
      lines.add("zero_ratio = " + zeroRatio);
    }
    if (held) {
      lines.add("held = true");
    }
    if (limits != null) {
      lines.add("[limits]");
      addLimit(lines, LOSS, limits.velocityLossMps());
      addLimit(lines, DRIFT, limits.forwardDriftM());
    }
    if (baseline != null) {
      lines.add("[baseline]");
      BaselineText.of(baseline).forEach((measure, text) -> lines.add(quoted(measure) + " = " + quoted(text)));
    }
    return new BlackBoxEvent(lastFrameNs, BlackBoxEvent.CHANGE, String.join("\n", lines) + "\n");
  }

  private static void addLimit(List<String> lines, String key, @Nullable Double value) {
    if (value != null) {
      lines.add(key + " = " + value);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// As it was recorded.
  ///
  /// @throws ConfigException where this build cannot tell what it means, with one line that says why
  public static SessionChange of(BlackBoxEvent event) throws ConfigException {
    Section root = Section.of(Layer.parse("the change by a command", event.text()));
    int version = root.whole("version", 1, Integer.MAX_VALUE);
    if (version != VERSION) {
      throw root.refuse("version",
          "is " + version + ", which this build does not know: use a newer Plumbline");
    }
    String command = root.word("command", COMMANDS);
    String athlete = root.has("athlete") ? root.text("athlete", Texts.PATTERN, "a name") : null;
    Exercise exercise = Exercise
        .fromId(root.word("exercise", Arrays.stream(Exercise.values()).map(Exercise::id).toList())).orElseThrow();
    Integer planned = root.has("planned_reps") ? Integer.valueOf(root.whole("planned_reps", 1, MOST_PLANNED)) : null;
    int facing = root.whole("facing", -1, 1);
    List<Double> zeros = root.has("zero_ratio") ? root.numbers("zero_ratio") : null;
    boolean held = root.has("held") && root.flag("held");
    StopLimits limits = root.has("limits") ? limits(root.section("limits")) : null;
    Baseline baseline = root.has("baseline") ? baseline(root.section("baseline")) : null;
    root.refuseUnknown();
    return new SessionChange(event.timeNs(), command, athlete, exercise, planned, facing, limits, baseline, zeros,
        held);
  }

  private static StopLimits limits(Section section) throws ConfigException {
    StopLimits limits = new StopLimits(limit(section, LOSS), limit(section, DRIFT));
    section.refuseUnknown();
    return limits;
  }

  private static @Nullable Double limit(Section section, String key) throws ConfigException {
    return section.has(key) ? Double.valueOf(section.number(key, 0, LARGE)) : null;
  }

  private static Baseline baseline(Section section) throws ConfigException {
    Baseline baseline = new Baseline();
    for (Measure measure : Measure.values()) {
      if (section.has(measure.id())) {
        try {
          BaselineText.restore(baseline, measure.id(), section.text(measure.id(), "[-+.:0-9a-zA-Z ]+", "numbers"));
        } catch (IllegalArgumentException e) {
          throw new ConfigException("the change by a command: baseline." + measure.id() + ": " + e.getMessage());
        }
      }
    }
    return baseline;
  }

  /// Does what the command did, between two frames.
  ///
  /// @param source its zeros change, and whether its frames are measured
  void apply(Measurement measurement, BlackBoxSource source) {
    source.setZeros(zeroRatio);
    source.hold(held);
    if (ANEW.contains(command)) {
      measurement.restart();
    }
    StreamContext now = measurement.context();
    boolean same = Objects.equals(athlete, now.athlete()) && exercise == now.exercise()
        && facing == now.setup().facing() && Objects.equals(plannedReps, now.plannedReps())
        && Objects.equals(limits, now.stopLimits());
    if (!same) {
      measurement.change(now.with(athlete, exercise, plannedReps, facing, baseline).with(limits));
    }
  }

  /// On one line, for people.
  ///
  /// @param startNs of the recording
  public String text(long startNs) {
    String when = lastFrameNs == Measurement.NO_FRAME
        ? "before the first sample"
        : String.format(Locale.ROOT, "%.3f s after the start", (lastFrameNs - startNs) / NS_PER_S);
    return when + ", " + command + ": " + (athlete == null ? "somebody unknown" : athlete) + " lifts " + exercise.id()
        + (plannedReps == null ? "" : ", " + plannedReps + " reps a set")
        + (facing == 0 ? "" : facing > 0 ? ", facing +y" : ", facing -y")
        + (limits == null
            ? ""
            : ", STOP at " + limit(limits.velocityLossMps(), "m/s") + " and "
                + limit(limits.forwardDriftM(), "m"))
        + (baseline == null ? "" : ", with a baseline") + (zeroRatio == null ? "" : ", zeros " + zeroRatio)
        + (held ? ", nothing is measured" : "");
  }

  private static String limit(@Nullable Double value, String unit) {
    return value == null ? "no " + unit : value + " " + unit;
  }
}
