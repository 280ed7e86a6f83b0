package io.plumbline.drivers.polled;

import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounters;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.bus.Port;
import io.plumbline.drivers.clock.ClockFit;
import org.jspecify.annotations.Nullable;

/// The side of a chip that others look at, and the numbers of its samples.
abstract class ReportingChip implements ChipDriver {
  final Standing standing;
  final Numbering numbering;
  private final RawStream stream;
  private final ChipCounters counters = new ChipCounters();

  ReportingChip(RawStream stream, Port port) {
    this.stream = stream;
    standing = new Standing(port);
    numbering = new Numbering(stream, counters);
  }

  @Override
  public final RawStream stream() {
    return stream;
  }

  /// Moves the number of samples on.
  ///
  /// @param by 1, or more where samples were lost
  protected final long advance(long by) {
    return numbering.advance(by);
  }

  /// How many samples were lost is not known: numbers go on, and the next row is marked as the first after a start.
  protected final void breakSequence() {
    numbering.restart();
  }

  /// Number of the last sample.
  protected final long number() {
    return numbering.number();
  }

  /// Adds a row for the sample with this number.
  ///
  /// @param more further flags
  protected final int row(RawBatch batch, long sampleNumber, boolean gapBefore, int more) {
    return numbering.row(batch, sampleNumber, gapBefore, more);
  }

  /// Whether no sample was given since the set-up.
  protected final boolean isFirst() {
    return numbering.isFirst();
  }

  /// The clock of its samples.
  protected final ClockFit fit() {
    return numbering.fit();
  }

  /// Tells its temperature, °C.
  protected final void temperature(double valueC) {
    standing.temperatureC(valueC);
  }

  @Override
  public final ChipState state() {
    return standing.state();
  }

  @Override
  public final String complaint() {
    return standing.complaint();
  }

  @Override
  public final ChipCounters counters() {
    return counters;
  }

  @Override
  public final double rateHz() {
    return standing.rateHz();
  }

  @Override
  public final double temperatureC() {
    return standing.temperatureC();
  }

  @Override
  public final @Nullable SelfTestResult selfTestResult() {
    return standing.selfTestResult();
  }
}
