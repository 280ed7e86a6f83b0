package io.plumbline.bar.app;

import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Gives each frame at its time, counted from the first one on a monotonic clock, so that waiting adds up no error. Where the reader is late
/// it gets the next frames at once.
public final class PacedSource extends ForwardingSource {
  /// Longest single wait: so soon a stop is noticed.
  private static final long SLICE_NS = 20_000_000L;

  private final double speed;
  private final LongSupplier nowNs;
  private final LongConsumer waitNs;
  private volatile boolean stopped;
  private volatile boolean hurrying;
  private boolean started;
  private long firstFrameNs;
  private long startNs;

  /// @param speed 1 for real time, 2 for twice as fast
  public PacedSource(FrameSource source, double speed) {
    this(source, speed, System::nanoTime, LockSupport::parkNanos);
  }

  PacedSource(FrameSource source, double speed, LongSupplier nowNs, LongConsumer waitNs) {
    super(source);
    if (!(speed > 0 && Double.isFinite(speed))) {
      throw new IllegalArgumentException("the speed must be above 0, but is " + speed);
    }
    this.speed = speed;
    this.nowNs = nowNs;
    this.waitNs = waitNs;
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    if (stopped || !super.next(frame)) {
      return false;
    }
    if (!started) {
      started = true;
      firstFrameNs = frame.timeNs();
      startNs = nowNs.getAsLong();
    }
    long dueNs = startNs + Math.round((frame.timeNs() - firstFrameNs) / speed);
    for (long leftNs = dueNs - nowNs.getAsLong(); leftNs > 0 && !stopped
        && !hurrying; leftNs = dueNs - nowNs.getAsLong()) {
      waitNs.accept(Math.min(leftNs, SLICE_NS));
    }
    return !stopped;
  }

  @Override
  public boolean stop() {
    boolean drains = super.stop();
    if (drains) {
      hurrying = true;
    } else {
      stopped = true;
    }
    return drains;
  }
}
