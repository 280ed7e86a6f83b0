package io.plumbline.bar.sampling;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.Correction;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Turns rows into values of the pipeline's channels. Pure and without allocation once built, but for the load cells' zeros, which can be set anew.
public final class SensorDecoder {
  private final RowDecoder[] decoders;
  private final ForceDecoder forces;
  private final Set<Channel> channels = EnumSet.noneOf(Channel.class);

  /// Decodes the rows of one stream.
  interface RowDecoder {
    /// Sets what the row says.
    void decode(RawBatch batch, int row, SensorFrame frame);
  }

  /// @param streams by their numbers
  /// @param force   how the load cells are fitted and what they were calibrated to
  public SensorDecoder(List<RawStream> streams, BarConfig.Force force) {
    this(streams, force, List.of());
  }

  /// @param config of the bar whose chips these are
  public SensorDecoder(List<RawStream> streams, BarConfig config) {
    this(streams, config.force(), config.chips());
  }

  private SensorDecoder(List<RawStream> streams, BarConfig.Force force, List<BarConfig.Chip> chips) {
    forces = new ForceDecoder(streams, force);
    channels.addAll(forces.channels());
    List<RowDecoder> all = new ArrayList<>(Collections.nCopies(streams.size(), (batch, row, frame) -> {}));
    for (RawStream stream : streams) {
      if (stream.kind() == RawStream.Kind.FORCE) {
        all.set(stream.number(), forces::decode);
      } else {
        Axes axes = new Axes(stream);
        all.set(stream.number(), chips.stream().filter(chip -> chip.name().equals(stream.name()))
            .map(BarConfig.Chip::correction).filter(correction -> !correction.equals(Correction.NONE)).findFirst()
            .<RowDecoder>map(correction -> new CorrectedUnit(stream, correction)).orElse(axes));
        channels.addAll(axes.targets);
      }
    }
    decoders = all.toArray(RowDecoder[]::new);
  }

  /// Number of streams.
  int streams() {
    return decoders.length;
  }

  /// What can come out.
  public Set<Channel> channels() {
    return Set.copyOf(channels);
  }

  /// Other zeros of the load cells from the next row on; by the thread that decodes.
  ///
  /// @param zeroRatio of each bridge, left first
  public void setZeros(List<Double> zeroRatio) {
    forces.setZeros(zeroRatio);
  }

  /// Sets in a frame what a row says.
  void decode(RawBatch batch, int row, SensorFrame frame) {
    decoders[batch.stream(row)].decode(batch, row, frame);
  }

  /// Channel by channel: `left-imu` with `ax` is [Channel#LEFT_AX], `right-high-g` with `az` is [Channel#RIGHT_HZ].
  private static final class Axes implements RowDecoder {
    private final List<Channel> targets = new ArrayList<>();
    private final int[] counts;
    private final double[] siPerCount;
    private final double[] siAtZero;
    private final Channel[] ordered;

    Axes(RawStream stream) {
      String site = stream.name().substring(0, stream.name().indexOf('-'));
      boolean highG = stream.kind() == RawStream.Kind.HIGH_G;
      List<Integer> used = new ArrayList<>();
      for (int i = 0; i < stream.channels().size(); i++) {
        String axis = stream.channels().get(i).name();
        String column = site + "_" + (highG ? axis.replace('a', 'h') : axis);
        int index = i;
        Channel.fromColumn(column).ifPresent(channel -> {
          targets.add(channel);
          used.add(index);
        });
      }
      ordered = targets.toArray(Channel[]::new);
      counts = used.stream().mapToInt(Integer::intValue).toArray();
      siPerCount = used.stream().map(stream.channels()::get).mapToDouble(RawChannel::siPerCount).toArray();
      siAtZero = used.stream().map(stream.channels()::get).mapToDouble(RawChannel::siAtZero).toArray();
    }

    @Override
    public void decode(RawBatch batch, int row, SensorFrame frame) {
      for (int i = 0; i < counts.length; i++) {
        frame.set(ordered[i], siAtZero[i] + siPerCount[i] * batch.count(row, counts[i]));
      }
    }
  }
}
