package io.plumbline.contract.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How good the stream of samples is, published when a set closes, when the stream ends, and from chips every few seconds. Counts run from the
/// start of the stream.
///
/// @param timeNs  monotonic clock of the bar (of the recording)
/// @param sources one entry an inertial sensor
/// @param loop    the loop that reads the chips, null where none does (a recording)
/// @param chips   one entry a chip, none where there are none
/// @param board   the computer, null where it is not watched (a recording)
/// @param link    the way to the broker, null where it is not watched
public record Quality(long timeNs, List<Source> sources, @Nullable Loop loop,
    @Bounds(entries = Quality.MAX_CHIPS) List<Chip> chips, @Nullable Board board,
    @Nullable Link link) implements Payload {
  /// Most chips of a bar.
  public static final int MAX_CHIPS = 12;
  /// Longest name of a part.
  public static final int MAX_PART_LENGTH = 40;
  /// Longest complaint of a chip.
  public static final int MAX_COMPLAINT_LENGTH = 200;

  /// One sensor's stream.
  ///
  /// @param sensor           place, as in [Info.Sensor]
  /// @param samples          samples used
  /// @param rateHz           mean true rate, null before two samples
  /// @param gaps             pauses of more than three sample periods
  /// @param longestGapS      longest of them, 0 where there is none
  /// @param saturatedSamples samples at the end of the sensor's range
  /// @param gyroBiasRadps    length of the gyro bias learned at rest, null before the first rest
  public record Source(@Bounds(id = true) String sensor, @Bounds(min = 0) long samples,
      @Bounds(min = 0) @Nullable Double rateHz, @Bounds(min = 0) long gaps, @Bounds(min = 0) double longestGapS,
      @Bounds(min = 0) long saturatedSamples,
      @Bounds(min = 0) @Nullable Double gyroBiasRadps) {
    public Source {
      Check.id("sensor", sensor);
      Check.atLeast("samples", samples, 0);
      Check.notNegative("rate_hz", rateHz);
      Check.atLeast("gaps", gaps, 0);
      Check.notNegative("longest_gap_s", longestGapS);
      Check.atLeast("saturated_samples", saturatedSamples, 0);
      Check.notNegative("gyro_bias_radps", gyroBiasRadps);
    }
  }

  /// What the sampling loop says of itself; times are those since the last such message.
  ///
  /// @param rateHz           wanted passes a second
  /// @param passes           passes
  /// @param overruns         passes whose work took longer than their period
  /// @param skipped          periods that went by without a pass
  /// @param wakeErrorP50S    wake-up after the wanted time, median, null without a pass
  /// @param wakeErrorP99S    99 of 100 are below
  /// @param wakeErrorP999S   999 of 1000 are below
  /// @param wakeErrorMaxS    largest
  /// @param workP99S         time a pass took, 99 of 100 are below
  /// @param pipelineDropped  samples that the pipeline did not take in time
  /// @param recorderDropped  samples that the black box did not take in time
  /// @param recordErrors     failed writes of the black box
  public record Loop(@Bounds(min = 0) double rateHz, @Bounds(min = 0) long passes, @Bounds(min = 0) long overruns,
      @Bounds(min = 0) long skipped, @Bounds(min = 0) @Nullable Double wakeErrorP50S,
      @Bounds(min = 0) @Nullable Double wakeErrorP99S, @Bounds(min = 0) @Nullable Double wakeErrorP999S,
      @Bounds(min = 0) @Nullable Double wakeErrorMaxS, @Bounds(min = 0) @Nullable Double workP99S,
      @Bounds(min = 0) long pipelineDropped, @Bounds(min = 0) long recorderDropped,
      @Bounds(min = 0) long recordErrors) {
    public Loop {
      Check.notNegative("rate_hz", rateHz);
      Check.atLeast("passes", passes, 0);
      Check.atLeast("overruns", overruns, 0);
      Check.atLeast("skipped", skipped, 0);
      Check.notNegative("wake_error_p50_s", wakeErrorP50S);
      Check.notNegative("wake_error_p99_s", wakeErrorP99S);
      Check.notNegative("wake_error_p999_s", wakeErrorP999S);
      Check.notNegative("wake_error_max_s", wakeErrorMaxS);
      Check.notNegative("work_p99_s", workP99S);
      Check.atLeast("pipeline_dropped", pipelineDropped, 0);
      Check.atLeast("recorder_dropped", recorderDropped, 0);
      Check.atLeast("record_errors", recordErrors, 0);
    }
  }

  /// One chip.
  ///
  /// @param name         place and purpose: `left-imu`, `force`
  /// @param part         as on the data sheet
  /// @param running      whether it gives samples
  /// @param complaint    why it does not, null where it does
  /// @param samples      good samples
  /// @param lost         samples that nobody read in time
  /// @param rejected     samples thrown away as not to be trusted
  /// @param crcErrors    answers with a wrong checksum
  /// @param busErrors    transfers that failed
  /// @param restarts     times it was set up again
  /// @param rateHz       true rate by the bar's clock, null until known
  /// @param temperatureC of the chip, null where it has none
  public record Chip(@Bounds(id = true) String name, @Bounds(length = MAX_PART_LENGTH) String part, boolean running,
      @Bounds(length = MAX_COMPLAINT_LENGTH) @Nullable String complaint,
      @Bounds(min = 0) long samples, @Bounds(min = 0) long lost, @Bounds(min = 0) long rejected,
      @Bounds(min = 0) long crcErrors, @Bounds(min = 0) long busErrors, @Bounds(min = 0) long restarts,
      @Bounds(min = 0) @Nullable Double rateHz, @Nullable Double temperatureC) {
    public Chip {
      Check.id("name", name);
      Check.text("part", part, MAX_PART_LENGTH);
      if (complaint != null) {
        Check.text("complaint", complaint, MAX_COMPLAINT_LENGTH);
      }
      Check.atLeast("samples", samples, 0);
      Check.atLeast("lost", lost, 0);
      Check.atLeast("rejected", rejected, 0);
      Check.atLeast("crc_errors", crcErrors, 0);
      Check.atLeast("bus_errors", busErrors, 0);
      Check.atLeast("restarts", restarts, 0);
      Check.notNegative("rate_hz", rateHz);
      Check.finite("temperature_c", temperatureC);
    }
  }

  /// The computer on the bar.
  ///
  /// @param temperatureC  of the processor, null where it has no sensor
  /// @param throttled     flags of a Raspberry Pi's firmware: 1 under-voltage now, 2 clock capped, 4 slowed down, 8 soft temperature limit; from 65536 on
  ///                      the same since the start; null elsewhere
  /// @param diskFreeBytes what the fullest of its disks still takes, null where not known
  public record Board(@Nullable Double temperatureC, @Bounds(min = 0) @Nullable Integer throttled,
      @Bounds(min = 0) @Nullable Long diskFreeBytes) {
    public Board {
      Check.finite("temperature_c", temperatureC);
      if (throttled != null) {
        Check.atLeast("throttled", throttled, 0);
      }
      if (diskFreeBytes != null) {
        Check.atLeast("disk_free_bytes", diskFreeBytes, 0);
      }
    }
  }

  /// The way to the broker.
  ///
  /// @param connected   whether there is a connection
  /// @param sinceS      for so long
  /// @param connections connections so far
  /// @param failures    attempts that failed and connections that were lost so far
  /// @param waiting     summaries that no daemon has stored yet, as far as it said; null without a journal
  public record Link(boolean connected, @Bounds(min = 0) double sinceS, @Bounds(min = 0) long connections,
      @Bounds(min = 0) long failures, @Bounds(min = 0) @Nullable Long waiting) {
    public Link {
      Check.notNegative("since_s", sinceS);
      Check.atLeast("connections", connections, 0);
      Check.atLeast("failures", failures, 0);
      if (waiting != null) {
        Check.atLeast("waiting", waiting, 0);
      }
    }
  }

  public Quality {
    sources = Check.list("sources", sources, Bounds.DEFAULT_ENTRIES);
    chips = Check.list("chips", chips, MAX_CHIPS);
  }
}
