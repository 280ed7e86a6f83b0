package io.plumbline.bar.cue;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.LocalCue;
import io.plumbline.drivers.signal.SignalOutput;
import io.plumbline.drivers.signal.SignalPattern;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One output and what it plays of each cue. What plays is cut short by what is more important only; anything else that comes meanwhile is
/// left out on this output, since it would come too late afterwards. One thread plays and polls.
public final class Voice {
  private final String name;
  private final SignalOutput output;
  private final Map<LocalCue, SignalPattern> patterns;
  private @Nullable LocalCue playing;
  private boolean identifying;
  private boolean mute;

  /// A buzzer.
  public static Voice buzzer(BarConfig.Cues config, SignalOutput output) {
    return new Voice("buzzer on line " + config.buzzerLine(), output, patterns(config, BarConfig.Cue::buzzer));
  }

  /// A light.
  public static Voice light(BarConfig.Cues config, SignalOutput output) {
    return new Voice("light on line " + config.ledLine(), output, patterns(config, BarConfig.Cue::led));
  }

  /// @param name     for people
  /// @param patterns of the cues that are told here
  Voice(String name, SignalOutput output, Map<LocalCue, SignalPattern> patterns) {
    this.name = name;
    this.output = output;
    this.patterns = patterns;
  }

  private static Map<LocalCue, SignalPattern> patterns(BarConfig.Cues config, Predicate<BarConfig.Cue> isTold) {
    Map<LocalCue, SignalPattern> patterns = new EnumMap<>(LocalCue.class);
    config.cues().forEach((cue, how) -> {
      if (isTold.test(how)) {
        patterns.put(cue, SignalPattern.of(1, how.patternMs().stream().mapToInt(Integer::intValue).toArray()));
      }
    });
    return patterns;
  }

  String name() {
    return name;
  }

  /// Tells a cue from now on.
  ///
  /// @return whether it does
  boolean tell(LocalCue cue, long nowNs) {
    SignalPattern pattern = patterns.get(cue);
    poll(nowNs);
    LocalCue now = playing;
    if (pattern == null || (now != null && now.compareTo(cue) <= 0)) {
      return false;
    }
    playing = cue;
    identifying = false;
    output.play(pattern, nowNs);
    return true;
  }

  /// Shows which bar it is from now on, where nothing else plays. Any cue goes first.
  void identify(SignalPattern pattern, long nowNs) {
    poll(nowNs);
    if (playing == null) {
      identifying = true;
      output.play(pattern, nowNs);
    }
  }

  /// Switches the output where that is due, and where it could not be before.
  void poll(long nowNs) {
    output.poll(nowNs);
    if (!output.isPlaying()) {
      playing = null;
      identifying = false;
    }
  }

  boolean isPlaying() {
    return playing != null || identifying;
  }

  /// Switches the output off, whatever plays.
  void silence(long nowNs) {
    playing = null;
    identifying = false;
    output.stop(nowNs);
  }

  /// Whether the output can be switched, where that has changed; null where it has not.
  @Nullable
  Boolean news() {
    boolean muteNow = !output.isGood();
    if (muteNow == mute) {
      return null;
    }
    mute = muteNow;
    return !muteNow;
  }
}
