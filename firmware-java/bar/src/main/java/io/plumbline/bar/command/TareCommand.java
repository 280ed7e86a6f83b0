package io.plumbline.bar.command;

import io.plumbline.bar.command.Fittings.LoadCells;
import io.plumbline.bar.summary.Measurement;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sets the load cells' zero while the bar lies still.
final class TareCommand {
  static final String MOVES = "the bar moves: put it down, let go of it, and try again";
  private static final String NO_SAMPLES = "nothing is measured: 'plumbline bar check' says which chip gives no samples";
  private static final long LONGEST_S = 10;

  private final BetweenFrames between;
  private final Measurement measurement;
  private final Fittings fittings;
  private final Memory memory;

  TareCommand(BetweenFrames between, Measurement measurement, Fittings fittings, Memory memory) {
    this.between = between;
    this.measurement = measurement;
    this.fittings = fittings;
    this.memory = memory;
  }

  Answer carryOut() throws InterruptedException, TimeoutException {
    LoadCells cells = fittings.cells();
    if (cells == null) {
      return Answer.refused(
          "this bar has no load cells in two planes, whose zero could be told from how it lies: 'plumbline bar calibrate --only load' finds"
              + " that of others");
    }
    if (between.call(() -> measurement.live().timeNs == 0)) {
      return Answer.failed(NO_SAMPLES);
    }
    CompletableFuture<TareMeter.Outcome> measured = new CompletableFuture<>();
    boolean rests = between.call(() -> {
      boolean still = !measurement.isLifting() && measurement.pipeline().atRest();
      if (still) {
        look(new TareMeter(cells, measurement.context().setup().gravityMps2()), measured);
      }
      return still;
    });
    if (!rests) {
      return Answer.refused(MOVES);
    }
    TareMeter.Outcome outcome;
    try {
      outcome = measured.get(LONGEST_S, TimeUnit.SECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      between.call(() -> {
        between.watch(null);
        return true;
      });
      return Answer.failed(NO_SAMPLES);
    }
    List<Double> zeros = outcome.zeroRatio();
    return zeros == null ? Answer.refused(outcome.text()) : Answer.done(outcome.text() + kept(zeros));
  }

  /// On the thread that measures, as all that it does.
  private void look(TareMeter meter, CompletableFuture<TareMeter.Outcome> measured) {
    between.watch(frame -> {
      if (measurement.isLifting() || !measurement.pipeline().atRest()) {
        return !measured.complete(new TareMeter.Outcome(null, MOVES));
      }
      meter.accept(frame);
      if (!meter.isComplete()) {
        return true;
      }
      double[] up = new double[3];
      if (!measurement.pipeline().upInBar(up)) {
        return !measured
            .complete(new TareMeter.Outcome(null, "no inertial sensor tells which way is down: 'plumbline bar check'"));
      }
      TareMeter.Outcome outcome = meter.outcome(up);
      List<Double> zeros = outcome.zeroRatio();
      if (zeros != null) {
        fittings.setZeros(zeros);
        measurement.restart();
        fittings.record("tare", measurement.lastFrameNs(), measurement.context());
      }
      measured.complete(outcome);
      return false;
    });
  }

  private String kept(List<Double> zeros) {
    try {
      return memory.keepZeros(zeros) ? "" : "; kept until the program ends";
    } catch (IOException e) {
      return "; kept until the program ends, because it could not be written: " + e.getMessage();
    }
  }
}
