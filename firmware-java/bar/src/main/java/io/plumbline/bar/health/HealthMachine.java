package io.plumbline.bar.health;

import io.plumbline.drivers.ChipState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides how the bar is. It is starting until all chips run and samples flow, or until that was tried for long enough; where it is wished, the
/// chips then test themselves, once, while the bar lies still; from then on it is ready, degraded or in fault, by what is wrong.
///
/// A network that is missing is no problem, for the bar works without one; it is told as a note.
public final class HealthMachine {
  private static final long S = 1_000_000_000L;
  /// Set-up takes less.
  private static final long SET_UP_NS = 4 * S;
  /// Nobody waits longer for a bar to lie still.
  private static final long REST_NS = 4 * S;
  /// The longest self-test and the set-up after it take less.
  private static final long TEST_NS = 6 * S;
  /// What goes to the pipeline waits for late chips for 120 ms at the most.
  private static final long NO_FRAMES_NS = 2 * S;
  private static final long NO_LINK_NS = 30 * S;

  /// Where the start stands.
  private enum Step {
    SET_UP,
    AWAIT_REST,
    SELF_TEST,
    WATCH
  }

  private final boolean selfTest;
  private final ChipJudge chips = new ChipJudge();
  private final LossJudge losses = new LossJudge();
  private final BoardJudge board = new BoardJudge();
  private final Set<String> tested = new HashSet<>();
  private @Nullable Step step;
  private boolean testWanted;
  private String startNote = "";
  private long stepNs;
  private long frames;
  private long framesNs;

  /// @param selfTest whether the chips are to test themselves at the start
  public HealthMachine(boolean selfTest) {
    this.selfTest = selfTest;
  }

  /// Judges what is seen now; to be called some times a second.
  ///
  /// @param nowNs of a clock that only goes forward
  public Verdict look(Signs signs, long nowNs) {
    if (step == null) {
      enter(Step.SET_UP, nowNs);
      framesNs = nowNs;
    }
    if (signs.loop().passes() == 0 && signs.loop().failure().isEmpty()) {
      // Nobody has asked the chips yet: a slow computer is no fault of theirs, and a loop that never begins never gets ready.
      enter(Step.SET_UP, nowNs);
    }
    if (signs.frames() != frames) {
      frames = signs.frames();
      framesNs = nowNs;
    }
    Step now = next(signs, nowNs);
    return switch (now) {
      case SET_UP -> new Verdict(Condition.STARTING, List.of(), waitingFor(signs));
      case AWAIT_REST ->
        new Verdict(Condition.STARTING, List.of(), "waiting for the bar to lie still for the self-test");
      case SELF_TEST -> new Verdict(Condition.SELF_TEST, List.of(), "the chips test themselves");
      case WATCH -> watch(signs, nowNs);
    };
  }

  /// Whether the self-tests are to be asked for now; true once.
  public boolean takeTestWish() {
    boolean wanted = testWanted;
    testWanted = false;
    return wanted;
  }

  private Step enter(Step next, long nowNs) {
    step = next;
    stepNs = nowNs;
    return next;
  }

  private Step next(Signs signs, long nowNs) {
    Step now = step == null ? Step.SET_UP : step;
    long sinceNs = nowNs - stepNs;
    return switch (now) {
      case SET_UP -> !signs.loop().failure().isEmpty()
          ? enter(Step.WATCH, nowNs)
          : isUp(signs) || sinceNs >= SET_UP_NS ? started(signs, nowNs) : now;
      case AWAIT_REST -> {
        if (signs.atRest()) {
          signs.chips().stream().filter(HealthMachine::runs).forEach(chip -> tested.add(chip.name()));
          testWanted = true;
          yield enter(Step.SELF_TEST, nowNs);
        }
        startNote = "the chips did not test themselves, for the bar moved";
        yield sinceNs >= REST_NS ? enter(Step.WATCH, nowNs) : now;
      }
      case SELF_TEST -> {
        boolean over = signs.chips().stream().filter(chip -> tested.contains(chip.name()))
            .allMatch(chip -> chip.test() != null && runs(chip));
        startNote = "";
        yield over || sinceNs >= TEST_NS ? enter(Step.WATCH, nowNs) : now;
      }
      case WATCH -> now;
    };
  }

  private Step started(Signs signs, long nowNs) {
    boolean any = signs.chips().stream().anyMatch(HealthMachine::runs);
    return enter(selfTest && any ? Step.AWAIT_REST : Step.WATCH, nowNs);
  }

  private static boolean runs(Signs.Chip chip) {
    return chip.state() == ChipState.RUNNING;
  }

  private static boolean isUp(Signs signs) {
    return signs.frames() > 0 && signs.chips().stream().allMatch(HealthMachine::runs);
  }

  private static String waitingFor(Signs signs) {
    if (signs.loop().passes() == 0) {
      return "waiting for the loop that reads the chips";
    }
    List<String> late = signs.chips().stream().filter(chip -> !runs(chip)).map(Signs.Chip::name).toList();
    return late.isEmpty() ? "waiting for the first samples" : "waiting for " + String.join(", ", late);
  }

  private Verdict watch(Signs signs, long nowNs) {
    List<Problem> problems = new ArrayList<>();
    if (!signs.loop().failure().isEmpty()) {
      problems.add(new Problem("loop", true, "the chips are not read any more: " + signs.loop().failure(),
          "start the bar program again"));
    }
    problems.addAll(chips.look(signs.chips(), nowNs));
    if (signs.chips().stream().anyMatch(HealthMachine::runs) && nowNs - Math.max(framesNs, stepNs) >= NO_FRAMES_NS) {
      problems.add(new Problem("flow", true, "chips run, but no sample comes through", "start the bar program again"));
    }
    problems.addAll(board.look(signs, nowNs));
    problems.addAll(losses.look(signs, nowNs));
    // The order within stays: sorting is stable.
    List<Problem> worstFirst = problems.stream()
        .sorted((a, b) -> Boolean.compare(b.stops(), a.stops())).collect(Collectors.toList());
    Condition condition = worstFirst.isEmpty()
        ? Condition.READY
        : worstFirst.getFirst().stops() ? Condition.FAULT : Condition.DEGRADED;
    return new Verdict(condition, worstFirst, note(signs, nowNs));
  }

  private String note(Signs signs, long nowNs) {
    Signs.Link link = signs.link();
    if (link != null && !link.wanted()) {
      return signs.storage().waiting() < 0
          ? "without a broker and a journal: nothing is kept"
          : "without a broker: summaries stay in the journal, for a cable";
    }
    if (link == null || link.connected() || nowNs - link.sinceNs() < NO_LINK_NS) {
      return startNote;
    }
    return signs.storage().waiting() < 0
        ? "no broker: only the latest summaries are kept until there is one"
        : "no broker: summaries are kept in the journal until there is one";
  }
}
