package io.plumbline.benchmarks.latency;

import io.plumbline.bar.app.FrameSource;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Measures how old each frame is when whoever reads has done with it, by when he asks for the next.
final class AgeingSource implements FrameSource {
  private final FrameSource source;
  private final Delay ages;
  private final long fromNs;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Long> repCpuNs = new ArrayList<>();
  private long lastNs;
  private long givenCpuNs;
  private boolean repTold;

  /// @param fromNs frames before this time are not counted
  AgeingSource(FrameSource source, Delay ages, long fromNs) {
    this.source = source;
    this.ages = ages;
    this.fromNs = fromNs;
  }

  /// The frame that is being measured has made a rep's summary.
  void repTold() {
    repTold = true;
  }

  /// Processor time of each frame that made a summary, with its rep's payloads, in order.
  List<Long> repCpuNs() {
    return List.copyOf(repCpuNs);
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    if (repTold) {
      repTold = false;
      repCpuNs.add(threads.getCurrentThreadCpuTime() - givenCpuNs);
    }
    if (lastNs > fromNs) {
      ages.add(System.nanoTime() - lastNs);
    }
    boolean more = source.next(frame);
    givenCpuNs = threads.getCurrentThreadCpuTime();
    lastNs = more ? frame.timeNs() : Long.MIN_VALUE;
    return more;
  }

  @Override
  public boolean stop() {
    return source.stop();
  }

  @Override
  public BarSetup setup() {
    return source.setup();
  }

  @Override
  public Info.Mode mode() {
    return source.mode();
  }

  @Override
  public Set<Channel> channels() {
    return source.channels();
  }

  @Override
  public List<String> calibrationIds() {
    return source.calibrationIds();
  }

  @Override
  public Exercise exercise() {
    return source.exercise();
  }

  @Override
  public Optional<SamplingHealth> health() {
    return source.health();
  }
}
