package io.plumbline.drivers.polled;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.bus.BusStatus;
import io.plumbline.drivers.bus.Port;

/// The state machine of a chip that is polled. A chip gives the steps of its set-up and of its self-test and how it is read; each step ends
/// with exactly one of [#next], [#again], [#goTo], [#run] and [#fail].
///
/// What goes wrong ends in [#fail]: the chip is set up from the beginning after a pause that grows from 10 ms to 250 ms and is short again
/// once it has given samples.
public abstract class PolledChip extends ReportingChip {
  /// 1 ms.
  protected static final long MILLISECOND = 1_000_000;

  private static final long OPENING_PAUSE_NS = 900_000_000L;
  private static final int STEPS_A_POLL = 4;
  private static final long SHORTEST_PAUSE_NS = 10 * MILLISECOND;
  private static final long LONGEST_PAUSE_NS = 250 * MILLISECOND;
  private static final long CHECK_EVERY_NS = 100 * MILLISECOND;
  private static final int FAILURES_TO_BEAR = 8;
  private static final double SILENT_PERIODS = 20;
  private static final long LONGEST_STEP_NS = 5 * MILLISECOND;
  private static final long SILENT_NS = 50 * MILLISECOND;

  private enum Phase {
    SET_UP,
    RUNNING,
    SELF_TEST
  }

  private final Port port;
  private volatile boolean selfTestWanted;

  private Phase phase = Phase.SET_UP;
  private int step;
  private boolean polled;
  private long dueNs;
  private long waitNs;
  private long pauseNs = SHORTEST_PAUSE_NS;
  private int failures;
  private long silentNs;
  private long lastPollNs;
  private long nextCheckNs;
  private int nextSetting;
  private long endNs;
  private boolean endKnown;

  /// @param stream what its rows are
  /// @param port   its place on the bus
  protected PolledChip(RawStream stream, Port port) {
    super(stream, port);
    this.port = port;
  }

  @Override
  public final int poll(RawBatch batch, long nowNs) {
    if (!polled) {
      polled = true;
      dueNs = nowNs;
    }
    if (nowNs - dueNs < 0) {
      return 0;
    }
    if (phase == Phase.RUNNING) {
      if (!selfTestWanted) {
        return running(batch, nowNs);
      }
      selfTestWanted = false;
      phase = Phase.SELF_TEST;
      standing.set(ChipState.TESTING, "it tests itself", 0);
      step = 0;
    }
    for (int i = 0; i < STEPS_A_POLL && phase != Phase.RUNNING && nowNs - dueNs >= 0; i++) {
      if (phase == Phase.SELF_TEST) {
        selfTest(step, nowNs);
      } else if (step > 0 || port.open()) {
        setUp(step, nowNs);
      } else {
        fail(ChipState.ABSENT, "", nowNs);
        // Opening looks at device files: not often, on a thread that has a deadline each millisecond.
        dueNs = nowNs + OPENING_PAUSE_NS;
      }
    }
    return 0;
  }

  @Override
  public final void pollEnded(long nowNs) {
    // The program may have stood still before the transfer after which the chip wants its time.
    if (waitNs > 0) {
      dueNs = nowNs + waitNs;
      waitNs = 0;
    }
    // A poll without room reads nothing: the one before still counts.
    if (!endKnown) {
      endNs = nowNs;
      endKnown = true;
    }
  }

  private int running(RawBatch batch, long nowNs) {
    boolean room = batch.room() >= rowsToCome();
    int rows = 0;
    if (room) {
      if (!endKnown) {
        endNs = nowNs;
      }
      endKnown = false;
      rows = sample(batch, nowNs);
    }
    if (phase != Phase.RUNNING) {
      return rows;
    }
    if (rows > 0) {
      silentNs = 0;
      pauseNs = SHORTEST_PAUSE_NS;
      standing.rateHz(fit().rateHz());
    } else if (room && isSilent(nowNs)) {
      fail(ChipState.FAULTY, "it answers but gives no samples: check its clock and power", nowNs);
      return rows;
    }
    lastPollNs = nowNs;
    if (nowNs - nextCheckNs >= 0) {
      check(nowNs);
    }
    return rows;
  }

  private boolean isSilent(long nowNs) {
    // A pause of the whole program is no silence of the chip.
    silentNs += Math.min(nowNs - lastPollNs, LONGEST_STEP_NS);
    return silentNs > SILENT_NS && fit().samplesIn(silentNs) > SILENT_PERIODS;
  }

  private void check(long nowNs) {
    int index = nextSetting;
    int held = checkSetting(index, nowNs);
    if (phase != Phase.RUNNING || held < 0) {
      return;
    }
    nextCheckNs = nowNs + CHECK_EVERY_NS;
    nextSetting = (index + 1) % settingsToCheck();
    if (held == 0) {
      counters().add(ChipCounter.SETTINGS_LOST);
      fail(ChipState.FAULTY, "a setting was found changed: check its power", nowNs);
    }
  }

  /// Does a step of the set-up, from 0 on.
  protected abstract void setUp(int stepNumber, long nowNs);

  /// Rows for which a batch must have room, so that it is read at all.
  protected int rowsToCome() {
    return 1;
  }

  /// Reads what waits. Ends normally, or in [#fail].
  ///
  /// @return rows added
  protected abstract int sample(RawBatch batch, long nowNs);

  /// When the poll before this one had ended, at the latest; for [#sample].
  protected final long endOfLastPollNs() {
    return endNs;
  }

  /// How many settings are checked in turn.
  protected abstract int settingsToCheck();

  /// Reads a setting of the running chip.
  ///
  /// @return 1 where it is as it should be, 0 where not, below 0 where it is not known now
  protected abstract int checkSetting(int index, long nowNs);

  /// Does a step of the self-test, from 0 on; ends with [#endSelfTest].
  protected abstract void selfTest(int stepNumber, long nowNs);

  /// Goes on with the next step at once.
  protected final void next() {
    step++;
  }

  /// Goes on with the next step after a time, counted from the poll's end.
  protected final void next(long nowNs, long restNs) {
    step++;
    again(nowNs, restNs);
  }

  /// Does this step again after a time, counted from the poll's end.
  protected final void again(long nowNs, long restNs) {
    waitNs = restNs;
    dueNs = nowNs + restNs;
  }

  /// Goes on with another step.
  protected final void goTo(int stepNumber) {
    step = stepNumber;
  }

  /// The chip has shown who it is.
  protected final void recognized() {
    if (phase == Phase.SET_UP && standing.state() != ChipState.STARTING) {
      standing.set(ChipState.STARTING, "it is being set up", 0);
    }
  }

  /// The set-up is done.
  protected final void run(long nowNs) {
    phase = Phase.RUNNING;
    standing.set(ChipState.RUNNING, "", 0);
    step = 0;
    dueNs = nowNs;
    failures = 0;
    silentNs = 0;
    lastPollNs = nowNs;
    nextCheckNs = nowNs + CHECK_EVERY_NS;
    numbering.restart();
    counters().add(ChipCounter.RESTARTS);
  }

  /// Gives up for now: set-up begins again after the pause.
  ///
  /// @param why for a person; may hold one `%s` or `%x` for the detail
  protected final void fail(ChipState as, String why, long nowNs) {
    fail(as, why, 0, nowNs);
  }

  /// Gives up for now, with a number that belongs to the reason.
  protected final void fail(ChipState as, String why, int detailOfWhy, long nowNs) {
    boolean testing = phase == Phase.SELF_TEST;
    phase = Phase.SET_UP;
    step = 0;
    standing.set(as, why, detailOfWhy);
    if (testing) {
      standing.selfTestResult(new SelfTestResult(false, "broke off: " + standing.reason()));
    }
    dueNs = nowNs + pauseNs;
    pauseNs = Math.min(2 * pauseNs, LONGEST_PAUSE_NS);
    failures = 0;
  }

  /// The chip restarted by itself: it is set up at once.
  protected final void setUpAgain(String why, long nowNs) {
    fail(ChipState.STARTING, why, nowNs);
    dueNs = nowNs;
  }

  /// Counts a transfer by its result.
  ///
  /// @return whether it went through
  protected final boolean done(int result) {
    counters().add(ChipCounter.TRANSFERS);
    if (result >= 0) {
      return true;
    }
    failures++;
    counters().add(BusStatus.of(result).counter());
    return false;
  }

  /// A transfer gave what can only come from nobody: all ones or nonsense.
  protected final void noAnswer() {
    failures++;
    counters().add(ChipCounter.NO_ANSWER);
  }

  /// A transfer gave what was expected.
  protected final void answered() {
    failures = 0;
  }

  /// Gives up where transfers fail again and again; else goes on with the next poll.
  protected final void bear(long nowNs) {
    if (failures >= FAILURES_TO_BEAR) {
      failOnBus(nowNs);
    }
  }

  /// Gives up because of the last transfer.
  protected final void failOnBus(long nowNs) {
    BusStatus status = BusStatus.of(port.lastStatus());
    fail(ChipState.ABSENT, (status == BusStatus.DONE ? BusStatus.NO_ANSWER : status).sentence(), nowNs);
  }

  /// The self-test is over.
  protected final void endSelfTest(SelfTestResult result, long nowNs) {
    standing.selfTestResult(result);
    phase = Phase.SET_UP;
    standing.set(ChipState.STARTING, "it is being set up after its self-test", 0);
    step = 0;
    dueNs = nowNs;
  }

  @Override
  public final void requestSelfTest() {
    selfTestWanted = true;
  }
}
