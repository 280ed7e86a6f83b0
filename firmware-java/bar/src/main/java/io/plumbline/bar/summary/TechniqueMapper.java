package io.plumbline.bar.summary;

import static io.plumbline.bar.summary.Rounding.orNull;
import static io.plumbline.bar.summary.Rounding.to;

import io.plumbline.contract.payload.Change;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Finding;
import io.plumbline.core.technique.CueKind;
import io.plumbline.core.technique.Limits;
import io.plumbline.core.technique.Measure;
import io.plumbline.core.technique.MeasureChange;
import io.plumbline.core.technique.TechniqueFinding;
import java.util.List;
import java.util.Locale;

/// What core says of technique, as the contract has it.
final class TechniqueMapper {
  /// A digit more than any sentence shows, in whatever unit.
  private static final double DIGITS = 1e4;

  private TechniqueMapper() {}

  /// The limits that hold for a lift. What nobody named is taken for a lift from the floor: where it is none, it has no such measures.
  static Limits limits(Exercise exercise) {
    return switch (exercise) {
      case UNKNOWN, DEADLIFT_CONVENTIONAL, DEADLIFT_SUMO, DEADLIFT_TRAP_BAR, DEADLIFT_DEFICIT, DEADLIFT_BLOCK ->
        Limits.FLOOR_LIFT;
      case ROMANIAN_DEADLIFT, GOOD_MORNING -> Limits.HINGE;
      case SQUAT, BENCH_PRESS, ROW, OVERHEAD_PRESS -> Limits.OTHER;
    };
  }

  /// The same, but for what somebody wants STOP to be told at.
  static Limits limits(StreamContext context) {
    Limits usual = limits(context.exercise());
    StopLimits wished = context.stopLimits();
    return wished == null ? usual : wished.over(usual);
  }

  /// Those that come first count where there are too many.
  static List<Finding> findings(List<TechniqueFinding> found, int most) {
    return found.stream().limit(most).map(TechniqueMapper::finding).toList();
  }

  private static Finding finding(TechniqueFinding found) {
    Measure measure = found.measure();
    return new Finding(found.rule(), to(DIGITS, measure.inUnit(found.value())),
        orNull(DIGITS, measure.inUnit(found.baseline())), measure.unit(), found.text());
  }

  static List<Change> changes(List<MeasureChange> changes) {
    return changes.stream().map(TechniqueMapper::change).toList();
  }

  private static Change change(MeasureChange change) {
    Measure measure = change.measure();
    return new Change(measure.id(), measure.unit(), to(DIGITS, measure.inUnit(change.first())),
        to(DIGITS, measure.inUnit(change.last())), to(DIGITS, measure.inUnit(change.change())));
  }

  static Cue cue(CueKind kind, String cueId, long timeNs, double value) {
    return new Cue(cueId, kind.isStop() ? Cue.Kind.STOP : Cue.Kind.FINDING, timeNs, null, validForMs(kind),
        text(kind, value), kind.rule());
  }

  /// A word about the start is of no use at the lockout; STOP holds until the next rep would begin.
  private static int validForMs(CueKind kind) {
    return switch (kind) {
      case STOP_VELOCITY, STOP_DRIFT -> 4000;
      case UNEVEN_PLATES -> 3000;
      case JERKED_START -> 1500;
      case FORWARD_DRIFT -> 1000;
    };
  }

  private static String text(CueKind kind, double value) {
    return switch (kind) {
      case STOP_VELOCITY -> String.format(Locale.ROOT, "Stop: %.2f m/s slower than your best rep", value);
      case STOP_DRIFT -> String.format(Locale.ROOT, "Stop: the bar travelled %.1f cm forward", 100 * value);
      case FORWARD_DRIFT ->
        String.format(Locale.ROOT, "Bar %.1f cm forward: keep it against your legs", 100 * value);
      case JERKED_START ->
        String.format(Locale.ROOT, "Jerked start, %.0f %%/s: build tension first, then push the floor away", value);
      case UNEVEN_PLATES ->
        String.format(Locale.ROOT, "%s side %.1f kg heavier", value > 0 ? "Left" : "Right", Math.abs(value));
    };
  }
}
