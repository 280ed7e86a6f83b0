package io.plumbline.bar.health;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be seen of the bar at a moment. Counts run from the start.
///
/// @param chips   each chip of the configuration
/// @param frames  frames that went to the pipeline
/// @param atRest  whether the bar rests, as far as is known
/// @param loop    the sampling loop
/// @param storage what is kept
/// @param link    the way to the broker, null where nobody told of it
/// @param board   the computer
public record Signs(List<Chip> chips, long frames, boolean atRest, Loop loop, Storage storage, @Nullable Link link,
    Board board) {
  public Signs {
    chips = List.copyOf(chips);
  }

  /// One chip.
  ///
  /// @param name      place and purpose: `left-imu`
  /// @param inertial  whether velocity can be had from it
  /// @param complaint why it does not run, with the likely mend; empty while it runs
  /// @param samples   good samples
  /// @param lost      samples that nobody read in time
  /// @param test      result of the last self-test, null where none has ended
  public record Chip(String name, boolean inertial, ChipState state, String complaint, long samples, long lost,
      @Nullable SelfTestResult test) {}

  /// The sampling loop.
  ///
  /// @param passes  passes
  /// @param skipped periods that went by without one
  /// @param dropped samples that the pipeline did not take in time
  /// @param failure what ended it unasked; empty while it runs
  public record Loop(long passes, long skipped, long dropped, String failure) {}

  /// Journal and black box.
  ///
  /// @param journalComplaint what is wrong with the journal, with the likely mend; empty where nothing is
  /// @param waiting          summaries that no daemon has stored yet, −1 without a journal
  /// @param recordFailures   attempts to write the black box that failed
  /// @param recordFailure    why the last one did; empty where none did
  public record Storage(String journalComplaint, long waiting, long recordFailures, String recordFailure) {}

  /// The way to the broker.
  ///
  /// @param connected   whether there is a connection
  /// @param sinceNs     since when, of the clock of the looks
  /// @param connections connections so far
  /// @param failures    attempts that failed and connections that were lost
  /// @param wanted      whether the settings name a broker
  public record Link(boolean connected, long sinceNs, long connections, long failures, boolean wanted) {
    /// To a broker that the settings name.
    public Link(boolean connected, long sinceNs, long connections, long failures) {
      this(connected, sinceNs, connections, failures, true);
    }
  }

  /// The computer.
  ///
  /// @param temperatureC   of the processor; NaN where it is not known
  /// @param throttled      flags of a Raspberry Pi's firmware, −1 where there are none
  /// @param batteryPercent NaN where there is no battery
  /// @param charging       whether the battery is being charged
  /// @param diskFreeBytes  what the fullest disk still takes, −1 where it is not known
  /// @param disk           a folder on that disk
  public record Board(double temperatureC, int throttled, double batteryPercent, boolean charging, long diskFreeBytes,
      String disk) {
    /// Of which nothing is known.
    public static final Board UNKNOWN = new Board(Double.NaN, -1, Double.NaN, false, -1, "");
  }
}
