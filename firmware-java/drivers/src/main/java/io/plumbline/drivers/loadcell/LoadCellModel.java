package io.plumbline.drivers.loadcell;

import io.plumbline.core.raw.RawBatch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Forces on the two ends of a bar from the bridges' counts: F = K (r − z) a side, in N, with r the bridge's reading and K in N per V/V.
///
/// It keeps the last reading of each bridge: where left and right are two chips, their readings are not of one instant, and the later one
/// decides [#timeNs()]. Not thread-safe; updating allocates nothing.
public final class LoadCellModel {
  private static final int SIDES = 2;

  private final Layout layout;
  private final Bridge[] bridges;
  private final double[] gains;
  private final @Nullable Excitation excitation;
  private final double[] readings;
  private final boolean[] read;
  private final boolean[] clipped;
  private double correction = 1;
  private boolean supplied;
  private long timeNs;

  /// @param bridges    left first: for [Layout#TWO_PLANE] left first and second, right first and second; else left, right
  /// @param gainsNpVpV N per V/V, row by row: for [Layout#TWO_PLANE] the left 2×2 matrix from bridges to (fy, fz), then the right one; else left,
  ///                   right
  /// @param excitation null where the supply is taken to be as nominal, or the converter is ratiometric
  public LoadCellModel(Layout layout, List<Bridge> bridges, double[] gainsNpVpV, @Nullable Excitation excitation) {
    int gainsWanted = layout.bridges() * layout.bridgesASide();
    if (bridges.size() != layout.bridges() || gainsNpVpV.length != gainsWanted) {
      throw new IllegalArgumentException(
          layout + " has " + layout.bridges() + " bridges and " + gainsWanted + " gains, but "
              + bridges.size() + " and " + gainsNpVpV.length + " are given");
    }
    for (Bridge bridge : bridges) {
      String unit = bridge.stream().channels().get(bridge.channel()).unit();
      if (!unit.equals("V/V")) {
        throw new IllegalArgumentException(
            bridge.stream().name() + ": channel " + bridge.channel() + " is in " + unit
                + ", but a bridge must be in V/V");
      }
    }
    for (double gain : gainsNpVpV) {
      if (!Double.isFinite(gain)) {
        throw new IllegalArgumentException("a gain of the load cells is no number");
      }
    }
    this.layout = layout;
    this.bridges = bridges.toArray(new Bridge[0]);
    this.gains = gainsNpVpV.clone();
    this.excitation = excitation;
    readings = new double[bridges.size()];
    read = new boolean[bridges.size()];
    clipped = new boolean[bridges.size()];
    supplied = excitation == null;
  }

  /// What it can tell.
  public Set<Ability> abilities() {
    return layout.abilities();
  }

  /// How the cells are fitted.
  public Layout layout() {
    return layout;
  }

  /// Takes a row of any stream.
  ///
  /// @return whether it belongs to one of the bridges
  public boolean update(RawBatch batch, int row) {
    int stream = batch.stream(row);
    Excitation supply = excitation;
    if (supply != null && supply.stream().number() == stream) {
      double volts = supply.stream().channels().get(supply.channel()).si(batch.count(row, supply.channel()))
          * supply.divider();
      supplied = volts >= supply.lowestV();
      correction = supplied ? supply.nominalV() / volts : 1;
    }
    boolean mine = false;
    for (int i = 0; i < bridges.length; i++) {
      Bridge bridge = bridges[i];
      if (bridge.stream().number() == stream) {
        int count = batch.count(row, bridge.channel());
        readings[i] = bridge.stream().channels().get(bridge.channel()).si(count) * correction - bridge.zero();
        clipped[i] = bridge.stream().channels().get(bridge.channel()).isClipped(count);
        read[i] = true;
        mine = true;
      }
    }
    if (mine) {
      timeNs = batch.timeNs(row);
    }
    return mine;
  }

  /// When the last reading was taken.
  public long timeNs() {
    return timeNs;
  }

  /// Whether a side is at the end of its range: the true force may be larger.
  public boolean isClipped(int side) {
    boolean any = false;
    for (int i = 0; i < layout.bridgesASide(); i++) {
      any |= clipped[side * layout.bridgesASide() + i];
    }
    return any;
  }

  private boolean isKnown(int side) {
    boolean all = supplied;
    for (int i = 0; i < layout.bridgesASide(); i++) {
      all &= read[side * layout.bridgesASide() + i];
    }
    return all;
  }

  /// Component of a side's force across the shaft, in the shaft's own y; NaN where the layout knows no vector or nothing was read.
  ///
  /// @param side 0 left, 1 right
  public double forceYN(int side) {
    return component(side, 0);
  }

  /// Component of a side's force across the shaft, in the shaft's own z; NaN where the layout knows no vector or nothing was read.
  public double forceZN(int side) {
    return component(side, 1);
  }

  private double component(int side, int row) {
    if (layout != Layout.TWO_PLANE || !isKnown(side)) {
      return Double.NaN;
    }
    int first = side * 4 + row * 2;
    return gains[first] * readings[side * 2] + gains[first + 1] * readings[side * 2 + 1];
  }

  /// Force of a side, N: the length of the vector, or what the one bridge says, with its sign; NaN where nothing was read.
  public double forceN(int side) {
    if (!isKnown(side)) {
      return Double.NaN;
    }
    if (layout != Layout.TWO_PLANE) {
      return gains[side] * readings[side];
    }
    double y = forceYN(side);
    double z = forceZN(side);
    return Math.sqrt(y * y + z * z);
  }

  /// Force of both sides, N; NaN where one is unknown.
  public double forceN() {
    double sum = 0;
    for (int side = 0; side < SIDES; side++) {
      sum += forceN(side);
    }
    return sum;
  }
}
