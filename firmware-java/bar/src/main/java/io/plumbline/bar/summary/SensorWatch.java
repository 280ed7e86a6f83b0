package io.plumbline.bar.summary;

import io.plumbline.core.pipeline.SourceQuality;
import io.plumbline.core.sample.ImuSite;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Watches which inertial sensors deliver, in the time of the samples. A pause of the whole stream is no sensor's silence.
final class SensorWatch {
  /// A sensor may be silent for so long, from the first frame on.
  private static final long GRACE_NS = 1_000_000_000L;
  /// Often enough beside the grace, and seldom beside the samples.
  private static final long LOOK_PERIOD_NS = 50_000_000L;

  private final List<ImuSite> sites;
  private final Function<ImuSite, SourceQuality> qualities;
  private final long[] samples;
  private final long[] changedNs;
  private boolean started;
  private long lastNs;
  private long nextLookNs;
  private @Nullable ImuSite silent;

  SensorWatch(List<ImuSite> sites, Function<ImuSite, SourceQuality> qualities) {
    this.sites = sites;
    this.qualities = qualities;
    this.samples = new long[sites.size()];
    this.changedNs = new long[sites.size()];
  }

  /// Takes the time of a frame.
  ///
  /// @return whether [#complaint] has changed
  boolean look(long timeNs) {
    long pauseNs = started ? timeNs - lastNs : 0;
    for (int i = 0; i < changedNs.length; i++) {
      if (!started) {
        changedNs[i] = timeNs;
      } else if (pauseNs > GRACE_NS) {
        changedNs[i] += pauseNs;
      }
    }
    lastNs = timeNs;
    if (started && timeNs < nextLookNs) {
      return false;
    }
    started = true;
    nextLookNs = timeNs + LOOK_PERIOD_NS;
    ImuSite before = silent;
    silent = firstSilent(timeNs);
    return !Objects.equals(before, silent);
  }

  private @Nullable ImuSite firstSilent(long timeNs) {
    ImuSite first = null;
    for (int i = 0; i < changedNs.length; i++) {
      long now = qualities.apply(sites.get(i)).samples;
      if (now != samples[i]) {
        samples[i] = now;
        changedNs[i] = timeNs;
      } else if (first == null && timeNs - changedNs[i] > GRACE_NS) {
        first = sites.get(i);
      }
    }
    return first;
  }

  /// One sentence that names a silent sensor, null where all deliver.
  @Nullable
  String complaint() {
    return silent == null
        ? null
        : "The " + silent.name().toLowerCase(Locale.ROOT) + " inertial sensor delivers nothing.";
  }
}
