package io.plumbline.bar.sampling;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.drivers.loadcell.Bridge;
import io.plumbline.drivers.loadcell.Layout;
import io.plumbline.drivers.loadcell.LoadCellModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of the load cells as forces of the pipeline. A force at the end of its range is left out: unknown is better than too small. Cells of a
/// platform feel the bar only while it stands on them, which the pipeline cannot use in a lift: they give no channel.
final class ForceDecoder {
  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  private final List<RawStream> cells;
  private final Layout layout;
  private final double[] gains;
  private @Nullable LoadCellModel model;
  private final int leftStream;
  private final int rightStream;

  ForceDecoder(List<RawStream> streams, BarConfig.Force force) {
    cells = streams.stream().filter(stream -> stream.kind() == RawStream.Kind.FORCE).toList();
    layout = force.layout();
    List<Bridge> bridges = bridges(cells, layout, force.zeroRatio());
    leftStream = bridges.isEmpty() ? -1 : bridges.getFirst().stream().number();
    rightStream = bridges.isEmpty() ? -1 : bridges.getLast().stream().number();
    List<Double> all = new ArrayList<>(force.leftNPerRatio());
    all.addAll(force.rightNPerRatio());
    gains = all.stream().mapToDouble(Double::doubleValue).toArray();
    model = bridges.isEmpty() || layout == Layout.PLATFORM ? null : new LoadCellModel(layout, bridges, gains, null);
  }

  /// Other zeros from the next row on. Where there are no cells, nothing changes.
  ///
  /// @param zeroRatio of each bridge
  void setZeros(List<Double> zeroRatio) {
    if (model != null) {
      model = new LoadCellModel(layout, bridges(cells, layout, zeroRatio), gains, null);
    }
  }

  /// Left bridges first: those of one converter in their order, or those of the left chip before those of the right. Too few are as none.
  private static List<Bridge> bridges(List<RawStream> cells, Layout layout, List<Double> zeros) {
    List<Bridge> bridges = new ArrayList<>();
    take("force", cells, layout.bridges(), zeros, bridges);
    if (bridges.isEmpty()) {
      int half = layout.bridges() / 2;
      take("left-force", cells, half, zeros, bridges);
      if (bridges.size() == half) {
        take("right-force", cells, half, zeros, bridges);
      }
    }
    return bridges.size() == layout.bridges() ? bridges : List.of();
  }

  private static void take(String name, List<RawStream> cells, int most, List<Double> zeros, List<Bridge> bridges) {
    int end = bridges.size() + most;
    for (RawStream stream : cells) {
      for (int channel = 0; stream.name().equals(name) && channel < stream.channels().size(); channel++) {
        if (stream.channels().get(channel).unit().equals("V/V") && bridges.size() < end) {
          bridges.add(new Bridge(stream, channel, zeros.get(bridges.size())));
        }
      }
    }
  }

  Set<Channel> channels() {
    if (model == null) {
      return EnumSet.noneOf(Channel.class);
    }
    return model.layout() == Layout.TWO_PLANE
        ? EnumSet.of(Channel.LEFT_FY, Channel.LEFT_FZ, Channel.RIGHT_FY, Channel.RIGHT_FZ)
        : EnumSet.of(Channel.LEFT_F, Channel.RIGHT_F);
  }

  void decode(RawBatch batch, int row, SensorFrame frame) {
    LoadCellModel cells = model;
    if (cells == null || !cells.update(batch, row)) {
      return;
    }
    int stream = batch.stream(row);
    if (stream == leftStream) {
      set(cells, LEFT, Channel.LEFT_FY, Channel.LEFT_FZ, Channel.LEFT_F, frame);
    }
    if (stream == rightStream) {
      set(cells, RIGHT, Channel.RIGHT_FY, Channel.RIGHT_FZ, Channel.RIGHT_F, frame);
    }
  }

  private static void set(LoadCellModel cells, int side, Channel y, Channel z, Channel size, SensorFrame frame) {
    if (cells.isClipped(side) || Double.isNaN(cells.forceN(side))) {
      return;
    }
    if (cells.layout() == Layout.TWO_PLANE) {
      frame.set(y, cells.forceYN(side));
      frame.set(z, cells.forceZN(side));
    } else {
      frame.set(size, Math.abs(cells.forceN(side)));
    }
  }
}
