package io.plumbline.bar.health;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bar's signs, to be changed one by one; all is well at first.
final class TestSigns {
  static final long S = 1_000_000_000L;
  private static final List<String> NAMES = List.of("left-imu", "right-imu", "force");

  final ChipState[] states = {ChipState.RUNNING, ChipState.RUNNING, ChipState.RUNNING};
  final @Nullable SelfTestResult[] tests = new SelfTestResult[NAMES.size()];
  final long[] lost = new long[NAMES.size()];
  long samples;
  long frames;
  boolean flowing = true;
  boolean atRest = true;
  long passes;
  long skipped;
  long dropped;
  String failure = "";
  String journal = "";
  long waiting;
  long recordFailures;
  Signs.@Nullable Link link = new Signs.Link(true, 0, 1, 0);
  Signs.Board board = Signs.Board.UNKNOWN;

  void all(ChipState state) {
    Arrays.fill(states, state);
  }

  /// What is seen now; a pass, and samples that came through where they flow.
  Signs next() {
    passes += 250;
    samples += flowing ? 250 : 0;
    frames += flowing ? 250 : 0;
    return now();
  }

  Signs now() {
    List<Signs.Chip> chips = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      String complaint = states[i] == ChipState.RUNNING ? "" : "spidev0." + i + ": it is " + states[i];
      chips.add(new Signs.Chip(NAMES.get(i), i < 2, states[i], complaint, samples, lost[i], tests[i]));
    }
    return new Signs(chips, frames, atRest, new Signs.Loop(passes, skipped, dropped, failure),
        new Signs.Storage(journal, waiting, recordFailures, recordFailures == 0 ? "" : "No space left on device"), link,
        board);
  }
}
