package io.plumbline.bar.sampling;

import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipCounters;
import io.plumbline.drivers.ChipDriver;
import io.plumbline.drivers.ChipState;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Sums up what loop and chips count. One thread looks.
public final class HealthWatch {
  private static final double S_PER_NS = 1e-9;

  private final double rateHz;
  private final LoopStatistics loop;
  private final List<ChipDriver> drivers;

  /// @param rateHz wanted passes a second
  public HealthWatch(double rateHz, LoopStatistics loop, List<ChipDriver> drivers) {
    this.rateHz = rateHz;
    this.loop = loop;
    this.drivers = List.copyOf(drivers);
  }

  /// What is true now; the loop's times are those since the look before.
  public SamplingHealth look(long pipelineDropped, long recorderDropped, long recordErrors) {
    Histogram wake = loop.takeLatenesses();
    Histogram work = loop.takeWorks();
    return new SamplingHealth(
        new SamplingHealth.Loop(rateHz, loop.loops(), loop.overruns(), loop.skipped(), below(wake, 50), below(wake, 99),
            below(wake, 99.9), below(wake, 100), below(work, 99), pipelineDropped, recorderDropped, recordErrors),
        drivers.stream().map(HealthWatch::chip).toList());
  }

  private static double below(Histogram histogram, double percent) {
    return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percent) * S_PER_NS;
  }

  private static SamplingHealth.Chip chip(ChipDriver driver) {
    ChipCounters counters = driver.counters();
    long busErrors = counters.get(ChipCounter.NO_ANSWER) + counters.get(ChipCounter.BUS_TIMEOUT)
        + counters.get(ChipCounter.BUS_ERROR);
    boolean running = driver.state() == ChipState.RUNNING;
    return new SamplingHealth.Chip(driver.stream().name(), driver.stream().chip(), running,
        running ? "" : driver.complaint(), counters.get(ChipCounter.SAMPLES), counters.get(ChipCounter.LOST),
        counters.get(ChipCounter.REJECTED), counters.get(ChipCounter.CRC_ERRORS), busErrors,
        counters.get(ChipCounter.RESTARTS), driver.rateHz(), driver.temperatureC());
  }
}
