package io.plumbline.drivers;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import org.jspecify.annotations.Nullable;

/// A chip that is set up, watched and read by being polled. It never waits, never throws, and allocates nothing while it is polled; what goes
/// wrong is a state and a counter. A chip that is missing, foreign or has lost its settings is tried again for ever.
///
/// One thread polls it; the other getters may be called from any thread and tell what was true a moment ago.
public interface ChipDriver {
  /// What its rows are.
  RawStream stream();

  /// Does what is due: a step of the set-up, a check of the settings, or moving the samples that wait into the batch, as many as fit. The
  /// number of transfers is bounded.
  ///
  /// @param nowNs monotonic clock, now
  /// @return rows added
  int poll(RawBatch batch, long nowNs);

  /// Tells when the last poll had ended. What was read lies between the two times: where a pause of the program fell between them, only this
  /// shows it. Without it a driver assumes the worst, the time of the next poll.
  ///
  /// @param nowNs monotonic clock, just after the poll
  void pollEnded(long nowNs);

  /// Where it stands.
  ChipState state();

  /// Why it is not [ChipState#RUNNING], for a person, with the likely mend; empty while it runs. Allocates: not for the hot path.
  String complaint();

  /// What has happened so far.
  ChipCounters counters();

  /// True sample rate by the host's clock, Hz; NaN until it is known.
  double rateHz();

  /// Temperature of the chip, °C; NaN where it has none or has not told it.
  double temperatureC();

  /// Asks for the chip's self-test. It runs within the next polls, which give no rows meanwhile; then the chip is set up again.
  void requestSelfTest();

  /// Result of the last self-test, null where none has ended.
  @Nullable
  SelfTestResult selfTestResult();
}
