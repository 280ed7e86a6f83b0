package io.plumbline.core.technique;

/// Takes cues, on the thread that feeds samples.
@FunctionalInterface
public interface CueListener {
  /// A cue was decided.
  ///
  /// @param timeNs time of the sample that decided it
  /// @param value  what it is about, SI: velocity lost, forward travel, % of the weight a second, kg that the left side is heavier
  void onCue(CueKind kind, long timeNs, double value);
}
