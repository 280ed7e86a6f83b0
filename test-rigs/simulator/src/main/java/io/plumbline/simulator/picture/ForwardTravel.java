package io.plumbline.simulator.picture;

import io.plumbline.simulator.run.RepTruth;
import io.plumbline.simulator.run.Trace;
import org.jfree.data.Range;

/// Forward travel from the place of the first lift-off, and the part of it that matters: a walk out of the rack must not shrink the drift.
final class ForwardTravel {
  private final double[] forwardCm;
  private final Range rangeCm;

  ForwardTravel(Trace trace) {
    double startM = Double.NaN;
    for (RepTruth rep : trace.reps()) {
      startM = Double.isFinite(startM) ? startM : Reps.at(trace.timeS(), trace.forwardM(), rep.liftOffS());
    }
    for (double forwardM : trace.forwardM()) {
      startM = Double.isFinite(startM) ? startM : forwardM;
    }
    forwardCm = new double[trace.size()];
    for (int i = 0; i < forwardCm.length; i++) {
      forwardCm[i] = 100 * (trace.forwardM()[i] - startM);
    }
    Span span = new Span();
    for (RepTruth rep : trace.reps()) {
      int end = Thinning.firstAtOrAfter(trace.timeS(), Reps.endS(rep));
      for (int i = Thinning.firstAtOrAfter(trace.timeS(), Reps.beginS(rep)); i < end; i++) {
        span.add(forwardCm[i]);
      }
    }
    rangeCm = (span.isEmpty() ? span.addAll(forwardCm) : span).atLeast(4).range(0.12, 0.3);
  }

  double[] forwardCm() {
    return forwardCm;
  }

  Range rangeCm() {
    return rangeCm;
  }
}
