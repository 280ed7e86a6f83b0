package io.plumbline.bar.summary;

import static io.plumbline.bar.summary.Rounding.FORCE;
import static io.plumbline.bar.summary.Rounding.GYRO_BIAS;
import static io.plumbline.bar.summary.Rounding.MOTION;
import static io.plumbline.bar.summary.Rounding.RATE;
import static io.plumbline.bar.summary.Rounding.orNull;
import static io.plumbline.bar.summary.Rounding.to;

import io.plumbline.bar.health.Health;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.Quality;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.pipeline.SourceQuality;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the bar is and does now, as contract payloads: who it is, the causal estimate, how good its sensors are.
final class StatusMapper {
  private final StreamContext context;

  StatusMapper(StreamContext context) {
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
      capabilities.addAll(List.of("load", "slack"));
    }
    return new Info(context.barId(), context.journalId(), context.mode(), softwareVersion, null, sensors,
        context.calibrationIds(), capabilities);
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

  /// Whether the causal estimate is known.
  static boolean isKnown(LiveEstimate live) {
    return Double.isFinite(live.heightM + live.heightSdM + live.velocityMps + live.velocitySdMps);
  }

  Live live(LiveEstimate live) {
    return new Live(live.timeNs, phase(live.phase), to(MOTION, live.heightM), to(MOTION, live.heightSdM),
        to(MOTION, live.velocityMps), to(MOTION, live.velocitySdMps), orNull(MOTION, live.forwardM),
        orNull(FORCE, live.forceLeftN), orNull(FORCE, live.forceRightN));
  }

  Quality quality(long timeNs, Function<ImuSite, SourceQuality> qualities, @Nullable SamplingHealth health,
      @Nullable Health condition) {
    List<Quality.Source> sources = new ArrayList<>();
    for (ImuSite site : sites()) {
      SourceQuality source = qualities.apply(site);
      sources.add(new Quality.Source(id(site), source.samples, orNull(RATE, source.rateHz), source.gaps,
          to(MOTION, source.longestGapS), source.saturatedSamples, orNull(GYRO_BIAS, source.gyroBiasRadps)));
    }
    return health == null
        ? new Quality(timeNs, sources, null, List.of(), HealthMapper.board(condition), HealthMapper.link(condition))
        : new Quality(timeNs, sources, HealthMapper.loop(health.loop()),
            health.chips().stream().map(HealthMapper::chip).toList(), HealthMapper.board(condition),
            HealthMapper.link(condition));
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
