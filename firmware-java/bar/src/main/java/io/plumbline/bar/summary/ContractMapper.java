package io.plumbline.bar.summary;

import static io.plumbline.bar.summary.Rounding.ANGLE;
import static io.plumbline.bar.summary.Rounding.ENERGY;
import static io.plumbline.bar.summary.Rounding.FORCE;
import static io.plumbline.bar.summary.Rounding.IMPACT;
import static io.plumbline.bar.summary.Rounding.LOADING;
import static io.plumbline.bar.summary.Rounding.MASS;
import static io.plumbline.bar.summary.Rounding.MOTION;
import static io.plumbline.bar.summary.Rounding.SHARE;
import static io.plumbline.bar.summary.Rounding.list;
import static io.plumbline.bar.summary.Rounding.listOrNull;
import static io.plumbline.bar.summary.Rounding.orNull;
import static io.plumbline.bar.summary.Rounding.to;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Energy;
import io.plumbline.contract.payload.Finding;
import io.plumbline.contract.payload.Landing;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Lockout;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.Symmetry;
import io.plumbline.contract.payload.Trace;
import io.plumbline.contract.payload.Velocity;
import io.plumbline.core.exercise.Lift;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepTrace;
import io.plumbline.core.sample.LiftStart;
import io.plumbline.core.technique.TechniqueJudge.RepVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Core's measures of a rep as contract payloads. NaN becomes null, a group of which nothing is known too; numbers are rounded as [Rounding]
/// says.
final class ContractMapper {
  private final StreamContext context;

  ContractMapper(StreamContext context) {
    this.context = context;
  }

  /// Which kind of lift an exercise is.
  static LiftStart start(Exercise exercise) {
    return switch (exercise) {
      case DEADLIFT_CONVENTIONAL, DEADLIFT_SUMO, DEADLIFT_TRAP_BAR, DEADLIFT_DEFICIT, DEADLIFT_BLOCK -> LiftStart.FLOOR;
      case ROMANIAN_DEADLIFT -> LiftStart.HANG;
      case ROW -> LiftStart.HANG_LOW;
      case SQUAT, BENCH_PRESS, GOOD_MORNING -> LiftStart.RACK;
      case OVERHEAD_PRESS -> LiftStart.RACK_LOW;
      case UNKNOWN -> LiftStart.UNKNOWN;
    };
  }

  /// By which name the contract knows what a lift looks like.
  static Exercise exercise(Lift lift) {
    return switch (lift) {
      case DEADLIFT -> Exercise.DEADLIFT_CONVENTIONAL;
      case SUMO_DEADLIFT -> Exercise.DEADLIFT_SUMO;
      case ROMANIAN_DEADLIFT -> Exercise.ROMANIAN_DEADLIFT;
      case SQUAT -> Exercise.SQUAT;
      case BENCH_PRESS -> Exercise.BENCH_PRESS;
      case GOOD_MORNING -> Exercise.GOOD_MORNING;
      case ROW -> Exercise.ROW;
      case OVERHEAD_PRESS -> Exercise.OVERHEAD_PRESS;
    };
  }

  /// @param looksLike what the set looks like, null where that is not clear; told only where nobody named the exercise
  RepSummary rep(RepMeasures rep, RecordKey key, int setNumber, int repNumber, RepVerdict verdict,
      @Nullable Lift looksLike) {
    Exercise suggested = looksLike == null || context.exercise() != Exercise.UNKNOWN ? null : exercise(looksLike);
    return new RepSummary(key, null, rep.concentricStartNs, context.athlete(), context.exercise(), setNumber, repNumber,
        outcome(rep.outcome), velocity(rep), motion(rep), path(rep), load(rep), energy(rep), slack(rep), symmetry(rep),
        landing(rep), lockout(rep), flags(rep), TechniqueMapper.findings(verdict.findings(), Finding.MAX_FINDINGS),
        TechniqueMapper.findings(verdict.positives(), RepSummary.MAX_POSITIVES), suggested);
  }

  /// Whether all measures are there that a summary must have; of a bar that never left the floor they are known to be 0.
  static boolean isMeasured(RepMeasures rep) {
    double sum = rep.meanConcentricMps + rep.peakConcentricMps + rep.meanPropulsiveMps + rep.rangeOfMotionM
        + rep.concentricS + rep.timeToPeakVelocityS + rep.meanConcentricSdMps + rep.peakConcentricSdMps
        + rep.meanPropulsiveSdMps + rep.rangeOfMotionSdM + rep.concentricSdS;
    return Double.isFinite(sum) || rep.outcome == RepMeasures.Outcome.NO_LIFT_OFF;
  }

  private static RepSummary.Outcome outcome(RepMeasures.Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> RepSummary.Outcome.COMPLETED;
      case HITCHED -> RepSummary.Outcome.HITCHED;
      case FAILED -> RepSummary.Outcome.FAILED;
      case NO_LIFT_OFF -> RepSummary.Outcome.NO_LIFT_OFF;
    };
  }

  /// A value that a summary must have.
  private static double must(RepMeasures rep, double value) {
    boolean stood = rep.outcome == RepMeasures.Outcome.NO_LIFT_OFF && !Double.isFinite(value);
    return stood ? 0 : to(MOTION, value);
  }

  private static Velocity velocity(RepMeasures rep) {
    return new Velocity(must(rep, rep.meanConcentricMps), must(rep, rep.meanConcentricSdMps),
        must(rep, rep.peakConcentricMps), must(rep, rep.peakConcentricSdMps), must(rep, rep.meanPropulsiveMps),
        must(rep, rep.meanPropulsiveSdMps), orNull(MOTION, rep.meanEccentricMps),
        orNull(MOTION, rep.meanEccentricSdMps), orNull(MOTION, rep.peakEccentricMps),
        orNull(MOTION, rep.peakEccentricSdMps), both(MOTION, rep.firstTenCentimetresMps, rep.firstTenCentimetresSdMps),
        both(MOTION, rep.firstTenCentimetresSdMps, rep.firstTenCentimetresMps),
        both(MOTION, rep.stickingMps, rep.stickingSdMps), both(MOTION, rep.stickingSdMps, rep.stickingMps),
        orNull(MOTION, rep.stickingHeightM));
  }

  /// Null where the value or what belongs to it is not known: a value and its standard deviation are told together or not at all.
  private static @Nullable Double both(double scale, double value, double other) {
    return Double.isFinite(other) ? orNull(scale, value) : null;
  }

  private static Motion motion(RepMeasures rep) {
    return new Motion(Math.max(0, must(rep, rep.rangeOfMotionM)), must(rep, rep.rangeOfMotionSdM),
        must(rep, rep.concentricS), must(rep, rep.concentricSdS), must(rep, rep.timeToPeakVelocityS),
        orNull(MOTION, rep.eccentricS), orNull(MOTION, rep.eccentricSdS), orNull(MOTION, rep.turnaroundS));
  }

  private static Path path(RepMeasures rep) {
    return new Path(rep.forwardKnown, orNull(MOTION, rep.forwardMaxM), orNull(MOTION, rep.forwardMinM),
        orNull(MOTION, rep.forwardEndM), orNull(MOTION, rep.forwardSdM), orNull(MOTION, rep.lateralEndM),
        orNull(MOTION, rep.lateralSdM), orNull(MOTION, rep.forwardKneeM), orNull(MOTION, rep.forwardRmsM));
  }

  private static @Nullable Energy energy(RepMeasures rep) {
    return anyKnown(rep.meanPowerW, rep.peakPowerW, rep.workJ, rep.peakForceN, rep.impulseNs)
        ? new Energy(orNull(ENERGY, rep.meanPowerW), orNull(ENERGY, rep.peakPowerW), orNull(ENERGY, rep.workJ),
            orNull(FORCE, rep.peakForceN), orNull(ENERGY, rep.impulseNs))
        : null;
  }

  private static @Nullable Slack slack(RepMeasures rep) {
    boolean known = rep.slackGrade != RepMeasures.SlackGrade.UNKNOWN || rep.pullNs != 0
        || anyKnown(rep.tensionS, rep.plateauShare, rep.plateauS, rep.peakLoadingPctps, rep.overshoot, rep.liftOffLagS);
    Slack.Grade grade = switch (rep.slackGrade) {
      case UNKNOWN -> Slack.Grade.UNKNOWN;
      case TAUT -> Slack.Grade.TAUT;
      case HURRIED -> Slack.Grade.HURRIED;
      case JERKED -> Slack.Grade.JERKED;
    };
    return known
        ? new Slack(timeOrNull(rep.pullNs), both(MOTION, rep.tensionS, rep.tensionSdS),
            both(MOTION, rep.tensionSdS, rep.tensionS), orNull(SHARE, rep.plateauShare), orNull(MOTION, rep.plateauS),
            orNull(LOADING, rep.peakLoadingPctps), orNull(SHARE, rep.overshoot), orNull(MOTION, rep.liftOffLagS), grade)
        : null;
  }

  private static @Nullable Symmetry symmetry(RepMeasures rep) {
    return anyKnown(rep.leftShare, rep.peakTiltRad, rep.peakTwistRad, rep.rollRad)
        ? new Symmetry(orNull(SHARE, rep.leftShare), both(ANGLE, rep.peakTiltRad, rep.peakTiltSdRad),
            both(ANGLE, rep.peakTiltSdRad, rep.peakTiltRad), both(ANGLE, rep.peakTwistRad, rep.peakTwistSdRad),
            both(ANGLE, rep.peakTwistSdRad, rep.peakTwistRad), orNull(ANGLE, rep.rollRad))
        : null;
  }

  private static @Nullable Landing landing(RepMeasures rep) {
    boolean known = rep.touchAndGo || rep.touchDownNs != 0
        || anyKnown(rep.touchDownMps, rep.impactPeakMps2, rep.floorPauseS);
    return known
        ? new Landing(timeOrNull(rep.touchDownNs), both(MOTION, rep.touchDownMps, rep.touchDownSdMps),
            both(MOTION, rep.touchDownSdMps, rep.touchDownMps), orNull(IMPACT, rep.impactPeakMps2),
            orNull(MOTION, rep.floorPauseS), rep.touchAndGo)
        : null;
  }

  private static @Nullable Lockout lockout(RepMeasures rep) {
    return anyKnown(rep.lockoutS, rep.lockoutUnrestMps, rep.leanBackM)
        ? new Lockout(orNull(MOTION, rep.lockoutS), orNull(MOTION, rep.lockoutUnrestMps), orNull(MOTION, rep.leanBackM))
        : null;
  }

  private static boolean anyKnown(double... values) {
    return Arrays.stream(values).anyMatch(Double::isFinite);
  }

  private static @Nullable Long timeOrNull(long timeNs) {
    return timeNs == 0 ? null : Long.valueOf(timeNs);
  }

  private Load load(RepMeasures rep) {
    if (Double.isFinite(rep.loadTotalKg)) {
      return new Load(Load.Source.WEIGHED, orNull(MASS, rep.loadTotalKg), orNull(MASS, rep.loadTotalSdKg),
          orNull(MASS, rep.loadLeftKg), orNull(MASS, rep.loadRightKg));
    }
    double enteredKg = context.setup().enteredLoadKg();
    return Double.isFinite(enteredKg)
        ? new Load(Load.Source.ENTERED, orNull(MASS, enteredKg), null, null, null)
        : Load.unknown();
  }

  private static List<QualityFlag> flags(RepMeasures rep) {
    List<QualityFlag> flags = new ArrayList<>();
    addIf(!rep.severalImus, QualityFlag.SINGLE_IMU, flags);
    addIf(rep.saturated, QualityFlag.SATURATED, flags);
    addIf(rep.gap, QualityFlag.GAP, flags);
    addIf(!rep.restBefore, QualityFlag.NO_REST_BEFORE, flags);
    addIf(!rep.restAfter, QualityFlag.NO_REST_AFTER, flags);
    addIf(rep.impact, QualityFlag.IMPACT, flags);
    return flags;
  }

  private static void addIf(boolean condition, QualityFlag flag, List<QualityFlag> flags) {
    if (condition) {
      flags.add(flag);
    }
  }

  /// Whether the curves that a trace must have are there, in order of time.
  static boolean isMeasured(RepTrace trace) {
    for (int i = 0; i < trace.size; i++) {
      boolean finite = Double
          .isFinite(trace.timeS[i] + trace.heightM[i] + trace.velocityMps[i] + trace.velocitySdMps[i]);
      if (!finite || (i > 0 && to(MOTION, trace.timeS[i]) <= to(MOTION, trace.timeS[i - 1]))) {
        return false;
      }
    }
    return trace.size > 0;
  }

  Trace trace(RepTrace trace, RecordKey key) {
    int size = trace.size;
    return new Trace(key, list(MOTION, trace.timeS, size), list(MOTION, trace.heightM, size),
        list(MOTION, trace.velocityMps, size), list(MOTION, trace.velocitySdMps, size),
        listOrNull(MOTION, trace.forwardM, size), listOrNull(FORCE, trace.forceLeftN, size),
        listOrNull(FORCE, trace.forceRightN, size));
  }
}
