package io.plumbline.virtualchips.fault;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.EdgeRing;
import io.plumbline.virtualchips.wire.EdgeLine;

/// A line with a script. Edges that do not arrive have no number either: the host's kernel never saw them.
final class FaultyEdges implements EdgeLine {
  private final EdgeLine line;
  private final Script script;
  private final EdgeBatch passing = new EdgeBatch(1);
  private final EdgeRing arrived = new EdgeRing();

  FaultyEdges(EdgeLine line, Script script) {
    this.line = line;
    this.script = script;
  }

  private void pump() {
    script.begin(false);
    passing.clear();
    while (line.drain(passing) > 0) {
      if (!script.losesEdge(passing.timeNs(0))) {
        arrived.push(passing.timeNs(0));
      }
      passing.clear();
    }
  }

  @Override
  public boolean isHigh() {
    script.begin(false);
    return line.isHigh();
  }

  @Override
  public int drain(EdgeBatch batch) {
    pump();
    return arrived.drain(batch);
  }

  @Override
  public long nextEdgeNs() {
    pump();
    if (!arrived.isEmpty()) {
      return arrived.firstNs();
    }
    long nextNs = line.nextEdgeNs();
    return nextNs != Long.MAX_VALUE && script.losesEdge(nextNs) ? Long.MAX_VALUE : nextNs;
  }
}
