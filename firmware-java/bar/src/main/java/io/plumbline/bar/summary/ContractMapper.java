package io.plumbline.bar.summary;

import static io.plumbline.bar.summary.Rounding.FORCE;
import static io.plumbline.bar.summary.Rounding.GYRO_BIAS;
import static io.plumbline.bar.summary.Rounding.MASS;
import static io.plumbline.bar.summary.Rounding.MOTION;
import static io.plumbline.bar.summary.Rounding.RATE;
import static io.plumbline.bar.summary.Rounding.list;
import static io.plumbline.bar.summary.Rounding.listOrNull;
import static io.plumbline.bar.summary.Rounding.orNull;
import static io.plumbline.bar.summary.Rounding.to;

import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Load;
import io.plumbline.contract.payload.Motion;
import io.plumbline.contract.payload.Path;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.QualityFlag;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.Trace;
import io.plumbline.contract.payload.Velocity;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.pipeline.SourceQuality;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.rep.RepTrace;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Core's measures as contract payloads. NaN becomes null, numbers are rounded as [Rounding] says. Findings come with the technique rules.
final class ContractMapper {
  private final StreamContext context;

  ContractMapper(StreamContext context) {
    this.context = context;
  }

  Info info(String softwareVersion) {
    List<Info.Sensor> sensors = new ArrayList<>();
    for (ImuSite site : sites()) {
      sensors.add(new Info.Sensor(id(site), "imu"));
    }
    for (Channel highG : List.of(Channel.LEFT_HX, Channel.RIGHT_HX)) {
      if (context.channels().contains(highG)) {
        sensors.add(new Info.Sensor(highG == Channel.LEFT_HX ? "left" : "right", "high-g"));
      }
    }
    boolean left = hasAny(Channel.LEFT_F, Channel.LEFT_FZ);
    boolean right = hasAny(Channel.RIGHT_F, Channel.RIGHT_FZ);
    if (left) {
      sensors.add(new Info.Sensor("left", "force"));
    }
    if (right) {
      sensors.add(new Info.Sensor("right", "force"));
    }
    List<String> capabilities = new ArrayList<>(List.of("velocity", "path"));
    if (left && right) {
      capabilities.add("load");
    }
    return new Info(context.barId(), context.journalId(), context.mode(), softwareVersion, null, sensors, List.of(),
        capabilities);
  }

  private boolean hasAny(Channel one, Channel other) {
    return context.channels().contains(one) || context.channels().contains(other);
  }

  /// The inertial sensors that are there.
  List<ImuSite> sites() {
    return Arrays.stream(ImuSite.values()).filter(this::has).toList();
  }

  /// Whether all six channels of this inertial sensor are there.
  private boolean has(ImuSite site) {
    long bits = 0;
    for (Channel channel : context.channels()) {
      bits |= channel.bit();
    }
    return (bits & site.bits()) == site.bits();
  }

  private static String id(ImuSite site) {
    return site.name().toLowerCase(Locale.ROOT);
  }

  RepSummary rep(RepMeasures rep, RecordKey key, int setNumber, int repNumber) {
    return new RepSummary(key, null, rep.concentricStartNs, context.athlete(), context.exercise(), setNumber, repNumber,
        rep.outcome == RepMeasures.Outcome.COMPLETED ? RepSummary.Outcome.COMPLETED : RepSummary.Outcome.FAILED,
        velocity(rep), motion(rep), path(rep),
        load(rep), flags(rep), List.of());
  }

  /// Whether all measures are there that a summary must have.
  static boolean isMeasured(RepMeasures rep) {
    double sum = rep.meanConcentricMps + rep.peakConcentricMps + rep.meanPropulsiveMps + rep.rangeOfMotionM
        + rep.concentricS + rep.timeToPeakVelocityS + rep.meanConcentricSdMps + rep.peakConcentricSdMps
        + rep.meanPropulsiveSdMps + rep.rangeOfMotionSdM + rep.concentricSdS;
    return Double.isFinite(sum);
  }

  private static Velocity velocity(RepMeasures rep) {
    return new Velocity(to(MOTION, rep.meanConcentricMps), to(MOTION, rep.meanConcentricSdMps),
        to(MOTION, rep.peakConcentricMps), to(MOTION, rep.peakConcentricSdMps), to(MOTION, rep.meanPropulsiveMps),
        to(MOTION, rep.meanPropulsiveSdMps), orNull(MOTION, rep.meanEccentricMps),
        orNull(MOTION, rep.meanEccentricSdMps), orNull(MOTION, rep.peakEccentricMps),
        orNull(MOTION, rep.peakEccentricSdMps));
  }

  private static Motion motion(RepMeasures rep) {
    return new Motion(Math.max(0, to(MOTION, rep.rangeOfMotionM)), to(MOTION, rep.rangeOfMotionSdM),
        to(MOTION, rep.concentricS), to(MOTION, rep.concentricSdS), to(MOTION, rep.timeToPeakVelocityS),
        orNull(MOTION, rep.eccentricS), orNull(MOTION, rep.eccentricSdS), orNull(MOTION, rep.turnaroundS));
  }

  private static Path path(RepMeasures rep) {
    return new Path(rep.forwardKnown, orNull(MOTION, rep.forwardMaxM), orNull(MOTION, rep.forwardMinM),
        orNull(MOTION, rep.forwardEndM), orNull(MOTION, rep.forwardSdM), orNull(MOTION, rep.lateralEndM),
        orNull(MOTION, rep.lateralSdM));
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

  /// Whether the causal estimate is known.
  static boolean isKnown(LiveEstimate live) {
    return Double.isFinite(live.heightM + live.heightSdM + live.velocityMps + live.velocitySdMps);
  }

  Live live(LiveEstimate live) {
    return new Live(live.timeNs, phase(live.phase), to(MOTION, live.heightM), to(MOTION, live.heightSdM),
        to(MOTION, live.velocityMps), to(MOTION, live.velocitySdMps), orNull(MOTION, live.forwardM),
        orNull(FORCE, live.forceLeftN), orNull(FORCE, live.forceRightN));
  }

  Quality quality(long timeNs, Function<ImuSite, SourceQuality> qualities, @Nullable SamplingHealth health) {
    List<Quality.Source> sources = new ArrayList<>();
    for (ImuSite site : sites()) {
      SourceQuality source = qualities.apply(site);
      sources.add(new Quality.Source(id(site), source.samples, orNull(RATE, source.rateHz), source.gaps,
          to(MOTION, source.longestGapS), source.saturatedSamples, orNull(GYRO_BIAS, source.gyroBiasRadps)));
    }
    return health == null
        ? new Quality(timeNs, sources, null, List.of())
        : new Quality(timeNs, sources, HealthMapper.loop(health.loop()),
            health.chips().stream().map(HealthMapper::chip).toList());
  }

  static Phase phase(io.plumbline.core.phase.Phase phase) {
    return switch (phase) {
      case REST -> Phase.REST;
      case TENSION -> Phase.TENSION;
      case ASCENT -> Phase.ASCENT;
      case LOCKOUT -> Phase.LOCKOUT;
      case DESCENT -> Phase.DESCENT;
      case FLOOR -> Phase.FLOOR;
    };
  }
}
