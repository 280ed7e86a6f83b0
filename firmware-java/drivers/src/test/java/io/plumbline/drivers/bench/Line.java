package io.plumbline.drivers.bench;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.wire.EdgeLine;

/// A data-ready wire that may break or lose some of its edges.
public final class Line implements EdgeLine {
  private final EdgeLine chip;
  private final EdgeBatch passing = new EdgeBatch(1024);
  private boolean broken;
  private int loseEvery;

  Line(EdgeLine chip) {
    this.chip = chip;
  }

  /// From now on nothing comes through, or all does.
  public void broken(boolean isBroken) {
    broken = isBroken;
  }

  /// From now on each n-th edge is lost; 0 for none.
  public void loseEvery(int n) {
    loseEvery = n;
  }

  @Override
  public boolean isHigh() {
    return chip.isHigh();
  }

  @Override
  public int drain(EdgeBatch batch) {
    passing.clear();
    chip.drain(passing);
    int before = batch.size();
    for (int i = 0; i < passing.size(); i++) {
      boolean lost = broken || (loseEvery > 0 && passing.sequence(i) % loseEvery == 0);
      if (!lost && batch.room() > 0) {
        batch.add(passing.timeNs(i), passing.sequence(i));
      }
    }
    return batch.size() - before;
  }

  @Override
  public long nextEdgeNs() {
    return chip.nextEdgeNs();
  }
}
