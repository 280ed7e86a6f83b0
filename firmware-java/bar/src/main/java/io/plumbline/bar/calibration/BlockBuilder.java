package io.plumbline.bar.calibration;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawChannel;
import io.plumbline.core.raw.RawStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Sorts rows of all chips into blocks of time. A block is told when nothing can come for it any more, so what comes out depends on the rows
/// only, not on when they were read: a recording gives the same blocks.
public final class BlockBuilder {
  /// The deepest buffer of a chip holds 102 ms.
  private static final long HOLD_NS = 200_000_000L;
  private static final int MOST_OPEN = 100;
  private static final List<String> AXES = List.of("ax", "ay", "az", "gx", "gy", "gz", "temperature");

  private final Sensors sensors;
  private final Target[][] targets;
  private final RawChannel[][] channels;
  private final Consumer<Block> sink;
  private final Deque<Open> open = new ArrayDeque<>();
  private long newestNs = Long.MIN_VALUE;
  private long told = Long.MIN_VALUE;

  /// Where a channel belongs: index of the sum, −1 for nowhere.
  private record Target(int channel, int sum) {}

  private static final class Open {
    final long number;
    final double[] sums;
    final int[] counts;

    Open(long number, int size) {
      this.number = number;
      this.sums = new double[size];
      this.counts = new int[size];
    }
  }

  /// @param withCells whether the load cells count: without them, a bar whose cells are not fitted yet can be calibrated too
  BlockBuilder(List<RawStream> streams, BarConfig config, boolean withCells, Consumer<Block> sink) {
    List<Sensors.Place> places = withCells ? Sensors.places(streams, config) : List.of();
    this.sensors = new Sensors(Sensors.units(streams), places.size());
    this.sink = sink;
    this.targets = new Target[streams.size()][];
    this.channels = new RawChannel[streams.size()][];
    for (RawStream stream : streams) {
      List<Target> all = new ArrayList<>();
      int unit = sensors.units().indexOf(stream.name());
      for (int i = 0; i < stream.channels().size(); i++) {
        int axis = AXES.indexOf(stream.channels().get(i).name());
        if (unit >= 0 && axis >= 0) {
          all.add(new Target(i, unit * Block.WIDTH + axis));
        }
        int bridge = places.indexOf(new Sensors.Place(stream.number(), i));
        if (bridge >= 0) {
          all.add(new Target(i, sensors.units().size() * Block.WIDTH + bridge));
        }
      }
      targets[stream.number()] = all.toArray(Target[]::new);
      channels[stream.number()] = stream.channels().toArray(RawChannel[]::new);
    }
  }

  /// What the streams hold.
  Sensors sensors() {
    return sensors;
  }

  /// Takes rows.
  void accept(RawBatch batch) {
    for (int row = 0; row < batch.size(); row++) {
      add(batch, row);
    }
    while (!open.isEmpty()
        && ((open.getFirst().number + 1) * Block.PERIOD_NS + HOLD_NS <= newestNs || open.size() > MOST_OPEN)) {
      tell(open.removeFirst());
    }
  }

  private void add(RawBatch batch, int row) {
    long timeNs = batch.timeNs(row);
    newestNs = Math.max(newestNs, timeNs);
    Target[] own = targets[batch.stream(row)];
    long number = Math.floorDiv(timeNs, Block.PERIOD_NS);
    if (own.length == 0 || number <= told) {
      return;
    }
    Open block = find(number);
    for (Target target : own) {
      block.sums[target.sum] += channels[batch.stream(row)][target.channel].si(batch.count(row, target.channel));
      block.counts[target.sum]++;
    }
  }

  private Open find(long number) {
    int size = sensors.units().size() * Block.WIDTH + sensors.bridges();
    Deque<Open> later = new ArrayDeque<>();
    while (!open.isEmpty() && open.getLast().number > number) {
      later.push(open.removeLast());
    }
    if (open.isEmpty() || open.getLast().number < number) {
      open.addLast(new Open(number, size));
    }
    Open found = open.getLast();
    open.addAll(later);
    return found;
  }

  private void tell(Open block) {
    told = block.number;
    double[][] units = new double[sensors.units().size()][Block.WIDTH];
    double[] bridges = new double[sensors.bridges()];
    for (int i = 0; i < block.sums.length; i++) {
      double mean = block.counts[i] == 0 ? Double.NaN : block.sums[i] / block.counts[i];
      int unit = i / Block.WIDTH;
      if (unit < units.length) {
        units[unit][i % Block.WIDTH] = mean;
      } else {
        bridges[i - units.length * Block.WIDTH] = mean;
      }
    }
    sink.accept(new Block(block.number * Block.PERIOD_NS + Block.PERIOD_NS / 2, units, bridges));
  }
}
