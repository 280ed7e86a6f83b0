package io.plumbline.bar.command;

import io.plumbline.bar.calibration.Guide;
import io.plumbline.bar.calibration.Part;
import io.plumbline.bar.calibration.Procedure;
import io.plumbline.bar.command.BetweenFrames.Hold;
import io.plumbline.bar.health.Condition;
import io.plumbline.bar.health.Health;
import io.plumbline.bar.health.Problem;
import io.plumbline.bar.health.Verdict;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.contract.payload.Guidance;
import io.plumbline.contract.payload.Guidance.Stage;
import io.plumbline.core.raw.RawBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A calibration under way: rows go to its procedure, what the person is to do goes out, frames go to nobody. On the thread that measures; knows no clock but
/// that of the samples.
final class GuidedRun implements Hold, Guide {
  /// Who does nothing for so long has gone away.
  static final long PATIENCE_NS = 300_000_000_000L;
  private static final long QUICK_NS = 200_000_000L;
  private static final long SLOW_NS = 1_000_000_000L;
  private static final double HUNDREDTHS = 100;
  /// So long a bar that is to be calibrated has to be still.
  private static final double STILL_S = 0.5;
  /// Nobody holds a bar so still in the hands: where the pipeline takes it for lifted, the pipeline is wrong.
  private static final double SURELY_STILL_S = 2;
  private static final long LOOK_NS = 4_000_000_000L;

  private final String correlationId;
  private final Procedure procedure;
  private final PayloadSink sink;
  private final Way way;
  private final Consumer<End> ended;
  private String lastWord = "";
  private @Nullable Guidance told;
  private long nowNs;
  private long toldNs;
  private long wordNs;
  private boolean guiding;
  private boolean over;
  private @Nullable String failure;

  /// What was measured until now.
  interface Way {
    /// Whether somebody lifts, as far as the pipeline knows.
    boolean isLifting();

    /// From now on frames are kept away.
    ///
    /// @return why that may not be; empty where it may
    String make();
  }

  /// How it has ended.
  ///
  /// @param begun  whether anybody was guided
  /// @param reason null where everything was done, else why it was not
  record End(boolean begun, @Nullable String reason) {}

  /// @param correlationId of the command
  /// @param procedure     makes the procedure that this guides through
  /// @param sink          gets the guidance
  /// @param ended         told once that it has ended; never waits
  GuidedRun(String correlationId, Function<Guide, Procedure> procedure, PayloadSink sink, Way way,
      Consumer<End> ended) {
    this.correlationId = correlationId;
    this.procedure = procedure.apply(this);
    this.sink = sink;
    this.way = way;
    this.ended = ended;
  }

  /// What was gathered; for whoever was told that it has ended.
  Procedure procedure() {
    return procedure;
  }

  /// What is done now.
  Part part() {
    return procedure.part();
  }

  /// Begins, at once or when the rows say that the bar is still: what the pipeline makes of a bar that was never calibrated may not be trusted.
  ///
  /// @param atRest whether it is known to be
  void begin(long timeNs, boolean atRest) {
    nowNs = timeNs;
    wordNs = timeNs;
    if (atRest) {
      guide();
    }
  }

  private void guide() {
    String refusal = way.make();
    if (!refusal.isEmpty()) {
      end(refusal);
      return;
    }
    guiding = true;
    wordNs = nowNs;
    procedure.begin();
    tell(Stage.RUNNING);
  }

  /// Takes rows as the chips gave them.
  void accept(RawBatch rows) {
    if (over) {
      return;
    }
    try {
      procedure.accept(rows);
    } catch (RuntimeException e) {
      // Costs the calibration, not the program.
      failure = "unexpected " + e;
    }
  }

  @Override
  public void say(String line) {
    // The whole instruction goes out each time: whoever comes later has to see it too.
  }

  @Override
  public void word(String place, String text) {
    lastWord = text;
    wordNs = nowNs;
  }

  @Override
  public boolean goOn(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    if (over) {
      return false;
    }
    if (failure != null) {
      end(failure);
    } else if (!guiding) {
      look();
    } else if (procedure.isDone()) {
      end((String) null);
    } else if (nowNs - wordNs >= PATIENCE_NS) {
      end("nothing was done for " + PATIENCE_NS / 60_000_000_000L + " min; it waited for " + procedure.waitsFor());
    } else {
      tellWhereDue();
    }
    return !over;
  }

  private void look() {
    if (procedure.stillS() >= (way.isLifting() ? SURELY_STILL_S : STILL_S)) {
      guide();
    } else if (nowNs - wordNs >= LOOK_NS) {
      end(TareCommand.MOVES);
    }
  }

  @Override
  public boolean holds() {
    return guiding && !over;
  }

  @Override
  public void end() {
    end("the program ends; it waited for " + procedure.waitsFor());
  }

  /// Ends it.
  ///
  /// @param reason why not everything was done, null where it was
  void end(@Nullable String reason) {
    if (over) {
      return;
    }
    over = true;
    if (guiding) {
      tell(Stage.ENDED);
    }
    ended.accept(new End(guiding, reason));
  }

  /// Whether nothing more is to be done.
  boolean isOver() {
    return over;
  }

  private void tellWhereDue() {
    long sinceNs = nowNs - toldNs;
    Guidance before = told;
    if (sinceNs >= SLOW_NS || before == null) {
      tell(Stage.RUNNING);
    } else if (sinceNs >= QUICK_NS) {
      Guidance now = guidance(Stage.RUNNING);
      if (now.stillS() > 0 != before.stillS() > 0 || !now.instruction().equals(before.instruction())
          || !String.valueOf(now.lastWord()).equals(String.valueOf(before.lastWord()))) {
        tell(now);
      }
    }
  }

  private void tell(Stage stage) {
    tell(guidance(stage));
  }

  private void tell(Guidance now) {
    told = now;
    toldNs = nowNs;
    sink.emit(now);
  }

  private Guidance guidance(Stage stage) {
    boolean running = stage == Stage.RUNNING;
    String progress = procedure.progress();
    return new Guidance(correlationId, stage, part().word(), progress.isEmpty() ? null : progress,
        running ? procedure.instruction() : List.of(), lastWord.isEmpty() ? null : lastWord,
        Math.round(HUNDREDTHS * procedure.stillS()) / HUNDREDTHS);
  }

  @Override
  public Health over(Health health) {
    Verdict apart = health.verdict();
    if (!holds() || !apart.condition().isStarted()) {
      return health;
    }
    Problem own = new Problem("calibration", false, "the bar is being calibrated: " + part().word(),
        "do what the guidance says, or send calibrate with the step cancel");
    List<Problem> problems = new ArrayList<>(apart.problems());
    boolean broken = apart.condition() == Condition.FAULT;
    // What stops the chips stops the calibration too, so it goes first.
    problems.add(broken ? problems.size() : 0, own);
    return new Health(new Verdict(broken ? Condition.FAULT : Condition.CALIBRATING, problems, apart.note()),
        health.signs(), health.timeNs());
  }
}
