package io.plumbline.bar.command;

import io.plumbline.bar.calibration.Part;
import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.summary.Measurement;
import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.bar.text.NearestName;
import io.plumbline.contract.payload.Command;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// What each command does at a bar with chips.
public final class BarCommands implements CommandHandler {
  private static final String ZERO = "zero";

  private final BetweenFrames between;
  private final Measurement measurement;
  private final Fittings fittings;
  private final Memory memory;
  private final Backlog backlog;
  private final Runnable end;
  private final LiftCommands lift;
  private final TareCommand tare;
  private final GuidedCalibration guided;

  /// What the commands need beside the measuring.
  ///
  /// @param fittings buzzer, light, load cells
  /// @param athletes what is known of who lifts
  /// @param memory   what the next run has to know
  public record Reach(Fittings fittings, Athletes athletes, Memory memory) {}

  /// @param measurement changed between frames only
  /// @param sink        gets what is published, on the thread that measures
  /// @param backlog     of the journal; an empty one where nothing is kept
  /// @param end         asks the program to end in good order; never waits
  public BarCommands(BetweenFrames between, Measurement measurement, Reach reach, PayloadSink sink, Backlog backlog,
      Runnable end) {
    this.between = between;
    this.measurement = measurement;
    this.fittings = reach.fittings();
    this.memory = reach.memory();
    this.backlog = backlog;
    this.end = end;
    this.lift = new LiftCommands(between, measurement, reach.athletes(), fittings, memory);
    this.tare = new TareCommand(between, measurement, fittings, memory);
    this.guided = new GuidedCalibration(between, measurement, reach, sink, end);
  }

  @Override
  public @Nullable Answer carryOut(Command command, Later later) throws InterruptedException {
    String busy = guided.busy();
    if (!busy.isEmpty() && changesMeasuring(command)) {
      return Answer.refused(busy);
    }
    try {
      return switch (command) {
        case Command.SetContext wish -> lift.carryOut(wish);
        case Command.SetLimits wish -> lift.carryOut(wish);
        case Command.Tare _ -> tare.carryOut();
        case Command.Calibrate wish -> calibrate(wish, later);
        case Command.Identify _ -> identify();
        case Command.Resend wish -> resend(wish);
        case Command.Restart wish -> restart(wish);
      };
    } catch (TimeoutException e) {
      return Answer.failed("the bar did not come to it within 5 s; nothing was changed");
    }
  }

  private static boolean changesMeasuring(Command command) {
    return switch (command) {
      case Command.Calibrate wish -> !wish.step().equals(GuidedCalibration.CANCEL);
      case Command.SetContext _,Command.SetLimits _,Command.Tare _,Command.Restart _ -> true;
      case Command.Identify _,Command.Resend _ -> false;
    };
  }

  private @Nullable Answer calibrate(Command.Calibrate wish, Later later)
      throws InterruptedException, TimeoutException {
    String step = wish.step();
    Optional<Part> part = Part.of(step);
    if (part.isPresent()) {
      return guided.begin(wish, part.get(), later);
    }
    if (wish.platesKg() != null) {
      return Answer.refused("plates_kg goes with the step load only");
    }
    List<String> steps = new ArrayList<>(Arrays.stream(Part.values()).map(Part::word).toList());
    steps.addFirst(ZERO);
    steps.addLast(GuidedCalibration.CANCEL);
    return switch (step) {
      case ZERO -> tare.carryOut();
      case GuidedCalibration.CANCEL -> guided.cancel();
      default -> Answer.refused("there is no step '" + step + "'" + NearestName.hint(step, steps) + ": it is one of "
          + String.join(", ", steps));
    };
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
