package io.plumbline.bar.command;

import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.text.NearestName;
import io.plumbline.contract.payload.Command;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// What each command does at a bar with chips.
public final class BarCommands implements CommandHandler {
  private static final String ZERO = "zero";
  private static final Set<String> GUIDED = Set.of("rest", "faces", "mount", "lever", "load");

  private final BetweenFrames between;
  private final Measurement measurement;
  private final Fittings fittings;
  private final Memory memory;
  private final Backlog backlog;
  private final Runnable end;
  private final LiftCommands lift;
  private final TareCommand tare;

  /// What the commands need beside the measuring.
  ///
  /// @param fittings buzzer, light, load cells
  /// @param athletes what is known of who lifts
  /// @param memory   what the next run has to know
  public record Reach(Fittings fittings, Athletes athletes, Memory memory) {}

  /// @param measurement changed between frames only
  /// @param backlog     of the journal; an empty one where nothing is kept
  /// @param end         asks the program to end in good order; never waits
  public BarCommands(BetweenFrames between, Measurement measurement, Reach reach, Backlog backlog, Runnable end) {
    this.between = between;
    this.measurement = measurement;
    this.fittings = reach.fittings();
    this.memory = reach.memory();
    this.backlog = backlog;
    this.end = end;
    this.lift = new LiftCommands(between, measurement, reach.athletes(), fittings, memory);
    this.tare = new TareCommand(between, measurement, fittings, memory);
  }

  @Override
  public Answer carryOut(Command command) throws InterruptedException {
    try {
      return switch (command) {
        case Command.SetContext wish -> lift.carryOut(wish);
        case Command.SetLimits wish -> lift.carryOut(wish);
        case Command.Tare _ -> tare.carryOut();
        case Command.Calibrate step -> calibrate(step.step());
        case Command.Identify _ -> identify();
        case Command.Resend wish -> resend(wish);
        case Command.Restart wish -> restart(wish);
      };
    } catch (TimeoutException e) {
      return Answer.failed("the bar did not come to it within 5 s; nothing was changed");
    }
  }

  private Answer calibrate(String step) throws InterruptedException, TimeoutException {
    if (step.equals(ZERO)) {
      return tare.carryOut();
    }
    return Answer.refused(GUIDED.contains(step)
        ? "somebody has to be guided through the step " + step + ": run 'plumbline bar calibrate --only " + step
            + "' at the bar; 'zero' is the step that goes without"
        : "there is no step '" + step + "'" + NearestName.hint(step, List.of(ZERO))
            + ": 'zero' is the one that goes without a person at the bar");
  }

  private Answer identify() throws InterruptedException, TimeoutException {
    if (between.call(measurement::isLifting)) {
      return Answer.refused("the bar moves: a tone could be taken for a cue");
    }
    List<String> outputs = fittings.identify();
    return outputs.isEmpty()
        ? Answer.refused("this bar has neither buzzer nor light ([cues] buzzer_line and led_line)")
        : Answer.done("for 5 s: " + String.join(" and ", outputs));
  }

  private Answer resend(Command.Resend wish) {
    long summaries = backlog.resend(wish.journalId(), wish.from(), wish.to());
    if (summaries < 0) {
      return Answer.refused("this bar has no journal " + wish.journalId() + " any more");
    }
    long asked = wish.to() - wish.from() + 1;
    return Answer.done(summaries + " of " + asked + " summaries are sent again"
        + (summaries < asked ? "; the journal has no others" : ""));
  }

  private Answer restart(Command.Restart wish) throws InterruptedException, TimeoutException {
    if (!fittings.isStartedAgain()) {
      return Answer
          .refused("no service manager runs this program (NOTIFY_SOCKET), so that nobody would start it again");
    }
    String refusal = between.call(() -> measurement.isLifting()
        ? "the bar moves: restart it when it has been put down"
        : measurement.isSetOpen() ? "a set is open: wait until it is closed, a minute after its last rep" : "");
    if (!refusal.isEmpty()) {
      return Answer.refused(refusal);
    }
    try {
      // Before it is answered: who gets no answer may send it again.
      if (!memory.keep(memory.session().restartedBy(wish.correlationId()))) {
        return Answer
            .refused("this bar keeps nothing (--state), so that it could not know a repeated restart from a new one");
      }
    } catch (IOException e) {
      return Answer.failed("that it was asked for could not be written down (" + e.getMessage()
          + "), so that a repeated request would restart it again");
    }
    return Answer.done("the program ends, and its service manager starts it again").then(end);
  }
}
