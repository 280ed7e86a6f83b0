package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.pi4j.linux.RealTimeConfig;
import io.plumbline.pi4j.linux.RealTimeSetup;

/// Who goes before whom where processors are scarce: the loop, then who plays a cue, then who measures, then everything else.
final class RealTime {
  private static final int CUES_BELOW = 5;
  private static final int MEASURING_BELOW = 10;

  private RealTime() {}

  /// For the loop's own thread.
  static RealTimeConfig loop(BarConfig.Loop wishes) {
    return new RealTimeConfig(wishes.cpu(), wishes.priority(), wishes.lockMemory(), true);
  }

  /// Makes the calling thread one that plays cues.
  static void playCues(BarConfig.Loop wishes) {
    apply(wishes, CUES_BELOW);
  }

  /// Makes the calling thread one that measures, until [#endMeasuring].
  static void measure(BarConfig.Loop wishes) {
    apply(wishes, MEASURING_BELOW);
  }

  /// What is refused to the loop, which tells it, is refused here too.
  private static void apply(BarConfig.Loop wishes, int below) {
    int priority = wishes.priority() == RealTimeConfig.NOT_REAL_TIME ? 0 : Math.max(1, wishes.priority() - below);
    RealTimeSetup.apply(new RealTimeConfig(RealTimeConfig.ANY_CPU, priority, false, true));
  }

  /// Makes the calling thread a normal one.
  static void endMeasuring(BarConfig.Loop wishes) {
    if (wishes.priority() != RealTimeConfig.NOT_REAL_TIME) {
      RealTimeSetup.release();
    }
  }
}
