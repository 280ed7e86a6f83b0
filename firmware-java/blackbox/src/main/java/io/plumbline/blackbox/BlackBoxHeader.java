package io.plumbline.blackbox;

import io.plumbline.core.raw.RawStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a recording says about itself; the same in all its files, except for the file's number and first block.
///
/// @param barId            which bar
/// @param journalId        which journal, and so which run of the bar
/// @param softwareVersion  of the bar program
/// @param gitCommit        that it was built from; empty where not known
/// @param start            when the recording began
/// @param streams          what was sampled
/// @param metadata         exercise, athlete, facing, setup and so on, in this order
/// @param configuration    the configuration's text as used
/// @param calibrationIds   of the calibrations in use
/// @param calibration      their text
public record BlackBoxHeader(String barId, String journalId, String softwareVersion, String gitCommit, Start start,
    List<RawStream> streams, Map<String, String> metadata, String configuration, List<String> calibrationIds,
    String calibration) {

  /// The same instant on both clocks.
  ///
  /// @param monotonicNs      clock of the samples
  /// @param wallMs           since 1970-01-01T00:00Z
  /// @param isSynchronised   whether the wall clock was synchronised; where not, it may be wrong by years
  public record Start(long monotonicNs, long wallMs, boolean isSynchronised) {}

  public BlackBoxHeader {
    streams = List.copyOf(streams);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    calibrationIds = List.copyOf(calibrationIds);
    for (RawStream stream : streams) {
      if (stream.number() < 0 || stream.number() >= BlockFormat.MAX_STREAMS) {
        throw new IllegalArgumentException("stream " + stream.name() + ": its number must be from 0 to "
            + (BlockFormat.MAX_STREAMS - 1) + ", but is " + stream.number());
      }
    }
    if (streams.stream().map(RawStream::number).distinct().count() != streams.size()) {
      throw new IllegalArgumentException("two streams have the same number");
    }
  }
}
