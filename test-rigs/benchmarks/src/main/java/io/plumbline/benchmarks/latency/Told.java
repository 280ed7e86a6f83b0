package io.plumbline.benchmarks.latency;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.State;
import io.plumbline.virtualchips.wire.OutputLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Writes down what the bar program says and when its outputs go on. Payloads come from one thread, edges from another.
final class Told {
  private final List<Cue> cues = Collections.synchronizedList(new ArrayList<>());
  private final Heard link = new Heard();
  private final List<Long> edgesNs = Collections.synchronizedList(new ArrayList<>());

  /// A payload of the bar program.
  void take(Payload payload, long nowNs) {
    if (payload instanceof Cue cue) {
      cues.add(cue);
    } else if (payload instanceof State state) {
      link.take(state, nowNs);
    }
  }

  /// For the output that plays every cue.
  OutputLine line() {
    boolean[] was = new boolean[1];
    return (high, timeNs) -> {
      if (high && !was[0]) {
        edgesNs.add(timeNs);
      }
      was[0] = high;
    };
  }

  List<Cue> cues() {
    return List.copyOf(cues);
  }

  /// When tops were given to the link.
  Heard link() {
    return link;
  }

  List<Long> edgesNs() {
    return List.copyOf(edgesNs);
  }
}
