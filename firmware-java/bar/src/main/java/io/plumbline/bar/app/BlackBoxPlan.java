package io.plumbline.bar.app;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.Correction;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxOptions;
import io.plumbline.blackbox.BlackBoxWriter;
import io.plumbline.core.raw.RawStream;
import java.nio.file.Path;
import java.util.List;

/// Where and as what to record.
///
/// @param session what a replay has to know to say the same again
record BlackBoxPlan(BarConfig config, Path folder, SessionNotes session) {
  private static final long BYTES_PER_MIB = 1 << 20;

  /// Begins a recording.
  ///
  /// @param nowNs on the clock of the samples
  BlackBoxWriter open(List<RawStream> streams, long nowNs) {
    BlackBoxOptions usual = BlackBoxOptions.DEFAULT;
    BarConfig.Recording limits = config.recording();
    BlackBoxOptions options = new BlackBoxOptions(usual.blockBytes(), usual.blockSpanNs(), usual.forcePeriodNs(),
        usual.retryPeriodNs(), limits.fileMib() * BYTES_PER_MIB, usual.maxFileAgeNs(),
        limits.totalMib() * BYTES_PER_MIB,
        usual.blocksPerHeader());
    // The clock of a computer without a battery-backed one may be years off until it has been set.
    BlackBoxHeader.Start start = new BlackBoxHeader.Start(nowNs, System.currentTimeMillis(), false);
    BlackBoxHeader header = new BlackBoxHeader(config.bar().id(), session.journalId(), Software.version(),
        Software.commit(), start, streams, session.toMetadata(), config.toRecordedToml(),
        config.calibrationIds().isEmpty() ? List.of(Correction.NO_ID) : config.calibrationIds(), "");
    return new BlackBoxWriter(folder, header, options);
  }
}
