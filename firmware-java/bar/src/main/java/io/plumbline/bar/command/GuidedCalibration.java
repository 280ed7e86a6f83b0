package io.plumbline.bar.command;

import io.plumbline.bar.calibration.CalibratedConfig;
import io.plumbline.bar.calibration.Calibration;
import io.plumbline.bar.calibration.CalibrationPlace;
import io.plumbline.bar.calibration.CalibrationWriter;
import io.plumbline.bar.calibration.Part;
import io.plumbline.bar.calibration.Procedure;
import io.plumbline.bar.calibration.Residuals;
import io.plumbline.bar.calibration.Wish;
import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.ConfigException;
import io.plumbline.bar.state.KeptSession;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.contract.payload.Command.Calibrate;
import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.BarSetup;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A calibration with somebody at the bar, begun by a command, one at a time. The thread that measures gathers; reading, solving and writing are the commands'
/// thread's, as all that is called here.
final class GuidedCalibration {
  /// Ends the one under way.
  static final String CANCEL = "cancel";
  private static final String SET_OPEN = "a set is open: wait until it is closed, a minute after its last rep";

  private final BetweenFrames between;
  private final Measurement measurement;
  private final BarCommands.Reach reach;
  private final PayloadSink sink;
  private final Runnable end;
  private @Nullable Work running;

  /// One calibration.
  private record Work(Calibrate command, BarConfig config, Wish wish, @Nullable Calibration before, GuidedRun run) {}

  /// @param sink gets the guidance, on the thread that measures
  /// @param end  asks the program to end in good order; never waits
  GuidedCalibration(BetweenFrames between, Measurement measurement, BarCommands.Reach reach, PayloadSink sink,
      Runnable end) {
    this.between = between;
    this.measurement = measurement;
    this.reach = reach;
    this.sink = sink;
    this.end = end;
  }

  /// Why nothing else may change now; empty where nothing is under way.
  String busy() {
    Work now = running;
    return now == null
        ? ""
        : "the bar is being calibrated: " + now.command.step() + "; calibrate with the step cancel ends it";
  }

  /// Begins a part.
  ///
  /// @return null where it has begun
  @Nullable
  Answer begin(Calibrate command, Part part, CommandHandler.Later later) throws InterruptedException, TimeoutException {
    CalibrationPlace place = reach.memory().place();
    if (place == null) {
      return Answer.refused(
          "this bar keeps no calibration: real chips keep it in the file that bar.calibration names, virtual ones in that of"
              + " --calibration, which has to exist");
    }
    String refusal = PlatesCheck.refusal(part, command.platesKg());
    if (!refusal.isEmpty()) {
      return Answer.refused(refusal);
    }
    Work work;
    try {
      Calibration before = place.before();
      if (part == Part.LOAD && (before == null || before.units().stream().anyMatch(unit -> unit.mount() == null))) {
        return Answer.refused("which way is down at the load cells is not known: do the step faces first");
      }
      work = work(command, part, place, before, later);
    } catch (ConfigException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    }
    if (work.run.procedure().isDone()) {
      return Answer.refused("this bar has no load cells that can be calibrated: force.layout and the chips say which"
          + " it has");
    }
    if (between.call(() -> measurement.live().timeNs == 0)) {
      return Answer.failed("nothing is measured: 'plumbline bar check' says which chip gives no samples");
    }
    String refused = between.call(() -> start(work.run));
    if (!refused.isEmpty()) {
      return Answer.refused(refused);
    }
    running = work;
    return null;
  }

  private Work work(Calibrate command, Part part, CalibrationPlace place, @Nullable Calibration before,
      CommandHandler.Later later) throws ConfigException, InterruptedException, TimeoutException {
    // Which way the lifter faces may have been said over the network.
    BarSetup setup = between.call(() -> measurement.context().setup());
    int facing = setup.facing();
    BarConfig config = facing == 0 || facing == place.config().bar().facing()
        ? place.config()
        : CalibratedConfig.withFacing(place.config(), facing, "set-context");
    double gravityMps2 = before == null ? setup.gravityMps2() : before.gravityMps2();
    List<Double> plates = command.platesKg();
    Wish wish = new Wish(EnumSet.of(part), plates == null ? List.of() : plates, gravityMps2, 0,
        Instant.now().truncatedTo(ChronoUnit.SECONDS), place.software());
    List<RawStream> streams = reach.fittings().streams();
    GuidedRun run = new GuidedRun(command.correlationId(), guide -> new Procedure(streams, config, wish, guide), sink,
        new Way(), ended -> {
          reach.fittings().tap(null);
          if (ended.begun()) {
            record("calibrated");
          }
          later.conclude(() -> conclude(ended));
        });
    return new Work(command, config, wish, before, run);
  }

  /// On the thread that measures, between two frames.
  ///
  /// @return why it does not begin; empty where it has begun
  private String start(GuidedRun run) {
    if (measurement.isSetOpen()) {
      return SET_OPEN;
    }
    reach.fittings().tap(run::accept);
    between.hold(run);
    run.begin(measurement.live().timeNs, !measurement.isLifting() && measurement.pipeline().atRest());
    return "";
  }

  /// On the thread that measures: a rep that still waits to be measured is told now, and opens its set; after the calibration the measuring begins anew.
  private final class Way implements GuidedRun.Way {
    @Override
    public boolean isLifting() {
      return measurement.isLifting();
    }

    @Override
    public String make() {
      if (!measurement.isSetOpen()) {
        measurement.restart();
      }
      if (measurement.isSetOpen()) {
        return SET_OPEN;
      }
      record("calibrate");
      return "";
    }
  }

  private void record(String what) {
    reach.fittings().record(what, measurement.lastFrameNs(), measurement.context());
  }

  /// Ends the one under way.
  Answer cancel() throws InterruptedException, TimeoutException {
    Work now = running;
    if (now == null) {
      return Answer.refused("no calibration is under way");
    }
    boolean ended = between.call(() -> {
      boolean inTime = !now.run.isOver();
      now.run.end("it was cancelled; it waited for " + now.run.procedure().waitsFor());
      return inTime;
    });
    return ended
        ? Answer.done("the calibration has ended, and nothing was written: " + now.command.step())
        : Answer.refused("it has ended already, and its answer follows");
  }

  private Answer conclude(GuidedRun.End ended) {
    Work work = running;
    CalibrationPlace place = reach.memory().place();
    running = null;
    if (work == null || place == null) {
      throw new IllegalStateException("a calibration has ended that has not begun");
    }
    String reason = ended.reason();
    if (reason != null) {
      return ended.begun() ? Answer.failed(reason + "; nothing was written") : Answer.refused(reason);
    }
    Procedure.Outcome outcome = work.run.procedure().solve(work.config, work.wish, work.before);
    if (!outcome.refusals().isEmpty()) {
      return Answer.refused("nothing was written, the calibration stays as it was: "
          + String.join("; ", outcome.refusals()));
    }
    try {
      CalibrationWriter.write(outcome.calibration(), place.file());
    } catch (IOException e) {
      return Answer.failed("it could not be written, the calibration stays as it was: " + e.getMessage());
    }
    String effect = work.command.step() + " calibrated as " + outcome.calibration().id() + ": "
        + Residuals.of(outcome.calibration(), work.wish.date());
    return restart(effect, work, outcome.calibration());
  }

  /// The next start reads the file; where somebody brings it about, that is now.
  private Answer restart(String effect, Work work, Calibration now) {
    boolean again = reach.fittings().isStartedAgain();
    Calibration.Facing facing = now.facing();
    boolean faced = facing != null && facing.date().equals(work.wish.date());
    try {
      KeptSession session = reach.memory().session();
      KeptSession next = faced ? session.withoutFacing() : session;
      if (again || faced) {
        reach.memory().keep(again ? next.restartedBy(work.command.correlationId()) : next);
      }
    } catch (IOException e) {
      return Answer.done(effect + "; in force from the next start of the program, which nobody brings about, because "
          + "that it was asked for could not be written down: " + e.getMessage());
    }
    return again
        ? Answer.done(effect + "; the program starts again with it").then(end)
        : Answer.done(effect + "; in force from the next start of the program");
  }
}
