package io.plumbline.drivers.polled;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipCounters;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.bus.BusStatus;
import io.plumbline.drivers.bus.Port;
import io.plumbline.drivers.clock.ClockFit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The state machine of a chip that is polled. A chip gives the steps of its set-up and of its self-test and how it is read; each step ends
/// with exactly one of [#next], [#again], [#goTo], [#run] and [#fail].
///
/// What goes wrong ends in [#fail]: the chip is set up from the beginning after a pause that grows from 10 ms to 250 ms and is short again
/// once it has given samples.
public abstract class PolledChip implements ChipDriver {
  /// 1 ms.
  protected static final long MILLISECOND = 1_000_000;

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

  private final RawStream stream;
  private final Port port;
  private final ClockFit fit;
  private final ChipCounters counters = new ChipCounters();

  private volatile ChipState state = ChipState.STARTING;
  private volatile String complaint = "it has not been polled yet";
  private volatile int detail;
  private volatile double rateHz = Double.NaN;
  private volatile double temperatureC = Double.NaN;
  private volatile boolean selfTestWanted;
  private volatile @Nullable SelfTestResult selfTestResult;

  private Phase phase = Phase.SET_UP;
  private int step;
  private boolean polled;
  private long dueNs;
  private long pauseNs = SHORTEST_PAUSE_NS;
  private int failures;
  private long silentNs;
  private long lastPollNs;
  private long nextCheckNs;
  private int nextSetting;
  private boolean restarted;
  private long number = -1;

  /// @param stream what its rows are
  /// @param port   its place on the bus
  protected PolledChip(RawStream stream, Port port) {
    this.stream = stream;
    this.port = port;
    fit = new ClockFit(stream.nominalRateHz());
  }

  @Override
  public final RawStream stream() {
    return stream;
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
      state = ChipState.TESTING;
      complaint = "it tests itself";
      step = 0;
    }
    for (int i = 0; i < STEPS_A_POLL && phase != Phase.RUNNING && nowNs - dueNs >= 0; i++) {
      if (phase == Phase.SELF_TEST) {
        selfTest(step, nowNs);
      } else if (step > 0 || port.open()) {
        setUp(step, nowNs);
      } else {
        fail(ChipState.ABSENT, "", nowNs);
      }
    }
    return 0;
  }

  private int running(RawBatch batch, long nowNs) {
    int rows = batch.isFull() ? 0 : sample(batch, nowNs);
    if (phase != Phase.RUNNING) {
      return rows;
    }
    if (rows > 0) {
      silentNs = 0;
      pauseNs = SHORTEST_PAUSE_NS;
      rateHz = fit.rateHz();
    } else if (!batch.isFull() && isSilent(nowNs)) {
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
    return silentNs > SILENT_NS && fit.samplesIn(silentNs) > SILENT_PERIODS;
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
      counters.add(ChipCounter.SETTINGS_LOST);
      fail(ChipState.FAULTY, "a setting was found changed: check its power", nowNs);
    }
  }

  /// Does a step of the set-up, from 0 on.
  protected abstract void setUp(int stepNumber, long nowNs);

  /// Reads what waits. Ends normally, or in [#fail].
  ///
  /// @return rows added
  protected abstract int sample(RawBatch batch, long nowNs);

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

  /// Goes on with the next step after a time.
  protected final void next(long nowNs, long waitNs) {
    step++;
    dueNs = nowNs + waitNs;
  }

  /// Does this step again after a time.
  protected final void again(long nowNs, long waitNs) {
    dueNs = nowNs + waitNs;
  }

  /// Goes on with another step.
  protected final void goTo(int stepNumber) {
    step = stepNumber;
  }

  /// The chip has shown who it is.
  protected final void recognized() {
    if (phase == Phase.SET_UP && state != ChipState.STARTING) {
      state = ChipState.STARTING;
      complaint = "it is being set up";
    }
  }

  /// The set-up is done.
  protected final void run(long nowNs) {
    phase = Phase.RUNNING;
    complaint = "";
    state = ChipState.RUNNING;
    step = 0;
    dueNs = nowNs;
    failures = 0;
    silentNs = 0;
    lastPollNs = nowNs;
    nextCheckNs = nowNs + CHECK_EVERY_NS;
    restarted = true;
    fit.restart();
    counters.add(ChipCounter.RESTARTS);
  }

  /// Gives up for now: set-up begins again after the pause.
  ///
  /// @param why for a person; may hold one `%s` or `%x` for the detail
  protected final void fail(ChipState as, String why, long nowNs) {
    fail(as, why, 0, nowNs);
  }

  /// Gives up for now, with a number that belongs to the reason.
  protected final void fail(ChipState as, String why, int detailOfWhy, long nowNs) {
    if (phase == Phase.SELF_TEST) {
      selfTestResult = new SelfTestResult(false, "broke off: " + (why.isEmpty() ? port.openingProblem() : why));
    }
    phase = Phase.SET_UP;
    step = 0;
    detail = detailOfWhy;
    complaint = why;
    state = as;
    rateHz = Double.NaN;
    temperatureC = Double.NaN;
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
    counters.add(ChipCounter.TRANSFERS);
    if (result >= 0) {
      return true;
    }
    failures++;
    counters.add(BusStatus.of(result).counter());
    return false;
  }

  /// A transfer gave what can only come from nobody: all ones or nonsense.
  protected final void noAnswer() {
    failures++;
    counters.add(ChipCounter.NO_ANSWER);
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
    selfTestResult = result;
    phase = Phase.SET_UP;
    state = ChipState.STARTING;
    complaint = "it is being set up after its self-test";
    step = 0;
    dueNs = nowNs;
  }

  /// Moves the number of samples on.
  ///
  /// @param by 1, or more where samples were lost
  protected final long advance(long by) {
    if (by > 1 && !restarted) {
      counters.add(ChipCounter.LOST, by - 1);
    }
    number += by;
    return number;
  }

  /// How many samples were lost is not known: numbers go on, and the next row is marked as the first after a start.
  protected final void breakSequence() {
    restarted = true;
    fit.restart();
  }

  /// Number of the last sample.
  protected final long number() {
    return number;
  }

  /// Adds a row for the sample with this number.
  ///
  /// @param more further flags
  protected final int row(RawBatch batch, long sampleNumber, boolean gapBefore, int more) {
    int flags = more;
    if (restarted) {
      flags |= RawBatch.RESTARTED;
      restarted = false;
    } else if (gapBefore) {
      flags |= RawBatch.GAP_BEFORE;
    }
    if (!fit.isSettled()) {
      flags |= RawBatch.TIME_COARSE;
    }
    counters.add(ChipCounter.SAMPLES);
    return batch.add(stream.number(), fit.timeNs(sampleNumber), sampleNumber, flags);
  }

  /// Whether no sample was given since the set-up.
  protected final boolean isFirst() {
    return restarted;
  }

  /// The clock of its samples.
  protected final ClockFit fit() {
    return fit;
  }

  /// Tells its temperature, °C.
  protected final void temperature(double valueC) {
    temperatureC = valueC;
  }

  /// Place on the bus, for messages.
  protected final String where() {
    return port.name();
  }

  @Override
  public final ChipState state() {
    return state;
  }

  @Override
  public final String complaint() {
    String why = complaint;
    if (state == ChipState.RUNNING) {
      return "";
    }
    return port.name() + ": " + (why.isEmpty() ? port.openingProblem() : String.format(Locale.ROOT, why, detail));
  }

  @Override
  public final ChipCounters counters() {
    return counters;
  }

  @Override
  public final double rateHz() {
    return rateHz;
  }

  @Override
  public final double temperatureC() {
    return temperatureC;
  }

  @Override
  public final void requestSelfTest() {
    selfTestWanted = true;
  }

  @Override
  public final @Nullable SelfTestResult selfTestResult() {
    return selfTestResult;
  }
}
