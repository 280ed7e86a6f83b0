package io.plumbline.bar.testing;

import io.plumbline.bar.blackbox.FrameAssembly;
import io.plumbline.blackbox.BlackBoxEvent;
import io.plumbline.blackbox.BlackBoxHeader;
import io.plumbline.blackbox.BlackBoxOptions;
import io.plumbline.blackbox.BlackBoxWriter;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Black boxes of one inertial sensor in the bar's centre, and frames of them.
public final class BlackBoxes {
  public static final String JOURNAL = "bar-1-test";
  private static final double SI_PER_COUNT = 9.80665 / 8192;
  private static final int RATE_HZ = 200;
  private static final long PERIOD_NS = 1_000_000_000L / RATE_HZ;
  private static final double HEIGHT_M = 0.5;

  private BlackBoxes() {}

  private static BlackBoxHeader header(String journal) {
    List<RawChannel> channels = List.of(axis("ax", "m/s²"), axis("ay", "m/s²"), axis("az", "m/s²"),
        axis("gx", "rad/s"), axis("gy", "rad/s"), axis("gz", "rad/s"));
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("exercise", "deadlift-conventional");
    metadata.put("athlete", "Kim\u001b[31m");
    return new BlackBoxHeader("bar-1", journal, "0.1.0", "abc1234",
        new BlackBoxHeader.Start(0, 1_790_000_000_000L, false),
        List.of(new RawStream(0, "centre-imu", RawStream.Kind.IMU, "ICM-42688-P", RATE_HZ, channels)), metadata,
        "[bar]\nid = \"bar-1\"\n", List.of("cal-7"), "centre = 1\n");
  }

  private static RawChannel axis(String name, String unit) {
    return new RawChannel(name, unit, SI_PER_COUNT, 0, -524_288, 524_287);
  }

  /// A bar that is lifted so often; one sample is lost, one clipped, and one event told.
  public static Path lifts(Path folder, int reps) {
    return lifts(folder, reps, JOURNAL, new BlackBoxOptions(4096, 500_000_000L, 1_000_000_000L, 1_000_000_000L,
        64 << 20, 1L << 60, 1L << 30, 8));
  }

  /// The same in the files of another journal, with other limits.
  ///
  /// @return the last file
  public static Path lifts(Path folder, int reps, String journal, BlackBoxOptions options) {
    BlackBoxWriter writer = new BlackBoxWriter(folder, header(journal), options);
    RawBatch batch = new RawBatch(1);
    int rows = (4 + reps * 6) * RATE_HZ;
    for (int i = 0; i < rows; i++) {
      if (i == 100) {
        continue;
      }
      double timeS = (double) i / RATE_HZ;
      double inCycleS = timeS < 4 ? -1 : (timeS - 4) % 6;
      batch.clear();
      int flags = (i == 0 ? RawBatch.RESTARTED : 0) | (i == 101 ? RawBatch.GAP_BEFORE : 0)
          | (i == 102 ? RawBatch.CLIPPED : 0);
      int row = batch.add(0, i * PERIOD_NS, i, flags);
      batch.setCount(row, 2,
          (int) Math.round((9.80665 + stroke(inCycleS) - stroke(inCycleS - 2)) / SI_PER_COUNT));
      writer.append(batch, i * PERIOD_NS);
    }
    writer.event(new BlackBoxEvent(rows * PERIOD_NS, "note", "done"), rows * PERIOD_NS);
    writer.close(rows * PERIOD_NS);
    return Objects.requireNonNull(writer.file());
  }

  private static double stroke(double timeS) {
    double omega = 2 * Math.PI;
    return timeS < 0 || timeS >= 1 ? 0 : HEIGHT_M * omega * Math.sin(omega * timeS);
  }

  /// Frames of the sensor in the centre, a row each.
  public static final class CentreFrames implements FrameAssembly {
    private final RawStream stream;
    private final Deque<RawBatch> waiting = new ArrayDeque<>();
    private boolean ended;

    public CentreFrames(BlackBoxHeader header) {
      this.stream = header.streams().getFirst();
    }

    @Override
    public BarSetup setup() {
      BarSetup usual = BarSetup.DEFAULT;
      return new BarSetup(usual.mounts(), usual.levers(), -1, 100, 15, 5.5, usual.gravityMps2());
    }

    @Override
    public Set<Channel> channels() {
      return EnumSet.range(Channel.CENTRE_AX, Channel.CENTRE_GZ);
    }

    @Override
    public void accept(RawBatch batch) {
      for (int row = 0; row < batch.size(); row++) {
        RawBatch one = new RawBatch(1);
        one.addCopy(batch, row);
        waiting.add(one);
      }
    }

    @Override
    public void end() {
      ended = true;
    }

    /// The last row is held back until no more come.
    @Override
    public boolean next(SensorFrame frame) {
      if (waiting.size() < (ended ? 1 : 2)) {
        return false;
      }
      RawBatch row = waiting.remove();
      frame.reset(row.timeNs(0));
      for (int axis = 0; axis < stream.channels().size(); axis++) {
        frame.set(Channel.values()[ImuSite.CENTRE.firstChannel() + axis],
            stream.channels().get(axis).si(row.count(0, axis)));
      }
      return true;
    }
  }
}
