package io.plumbline.simulator.run;

import io.plumbline.simulator.scenario.Exercise.Start;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The phases of a run once all its reps are known. Asked with times that never go back.
public final class Timeline {
  private record Change(double atS, Phase phase) {}

  private final List<Change> changes = new ArrayList<>();
  private int next;
  private Phase phase = Phase.REST;
  private boolean inRep;

  /// @param start of the exercise
  public Timeline(List<RepTruth> reps, Start start) {
    Phase below = start == Start.FLOOR ? Phase.FLOOR : Phase.REST;
    for (RepTruth rep : reps) {
      List<Change> own = new ArrayList<>();
      add(own, start == Start.FLOOR ? rep.pullS() : Double.NaN, Phase.TENSION);
      add(own, rep.liftOffS(), Phase.ASCENT);
      add(own, rep.topS(), Phase.LOCKOUT);
      add(own, rep.descentS(), Double.isNaN(rep.liftOffS()) ? below : Phase.DESCENT);
      add(own, rep.touchDownS(), below);
      own.sort(Comparator.comparingDouble(Change::atS));
      changes.addAll(own);
      changes.add(new Change(rep.restS(), Phase.OTHER));
    }
  }

  private static void add(List<Change> changes, double atS, Phase phase) {
    if (!Double.isNaN(atS)) {
      changes.add(new Change(atS, phase));
    }
  }

  /// The phase at a time.
  ///
  /// @param outside what holds outside of every rep
  public Phase at(double timeS, Phase outside) {
    while (next < changes.size() && changes.get(next).atS() <= timeS) {
      phase = changes.get(next).phase();
      inRep = phase != Phase.OTHER;
      next++;
    }
    return inRep ? phase : outside;
  }
}
