package io.plumbline.bar.command;

import io.plumbline.bar.command.Fittings.LoadCells;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Works out the load cells' zero from a bar that lies still. What they must feel then is known: hanging on its shaft, each plane carries what is
/// outside of it; lying on its sleeves or its plates, each carries half of what is between them. Whichever is nearer is taken for true, as long as
/// it is near. Not thread-safe.
final class TareMeter {
  /// Rest over so long is averaged.
  static final double LEAST_S = 1;
  private static final int LEAST_SAMPLES = 8;
  private static final int SIDES = 2;
  private static final Channel[] Y = {Channel.LEFT_FY, Channel.RIGHT_FY};
  private static final Channel[] Z = {Channel.LEFT_FZ, Channel.RIGHT_FZ};
  private static final String[] NAMES = {"left", "right"};
  /// Noise of a converter is below 3 N; a hand on the bar is not.
  private static final double MOST_SD_N = 6;
  /// One end on the floor is 8 degrees.
  private static final double MOST_SLOPE = 0.09;
  /// Share of the distance between hanging and lying: beyond, nobody could tell which it is.
  private static final double NEAR = 0.25;

  private final LoadCells cells;
  private final double gravityMps2;
  private final double[][] sums = new double[SIDES][4];
  private final int[] counts = new int[SIDES];
  private long firstNs;
  private long lastNs;

  /// What came out.
  ///
  /// @param zeroRatio new zeros, null where they are refused
  /// @param text      what changed, or why not
  record Outcome(@Nullable List<Double> zeroRatio, String text) {}

  TareMeter(LoadCells cells, double gravityMps2) {
    this.cells = cells;
    this.gravityMps2 = gravityMps2;
  }

  /// Takes a frame of the bar at rest.
  void accept(SensorFrame frame) {
    firstNs = firstNs == 0 ? frame.timeNs() : firstNs;
    lastNs = frame.timeNs();
    for (int side = 0; side < SIDES; side++) {
      if (frame.has(Y[side]) && frame.has(Z[side])) {
        double y = frame.get(Y[side]);
        double z = frame.get(Z[side]);
        counts[side]++;
        sums[side][0] += y;
        sums[side][1] += z;
        sums[side][2] += y * y;
        sums[side][3] += z * z;
      }
    }
  }

  /// Whether it has seen enough.
  boolean isComplete() {
    return (lastNs - firstNs) * 1e-9 >= LEAST_S;
  }

  /// @param up world up in the bar frame
  Outcome outcome(double[] up) {
    double across = Math.hypot(up[1], up[2]);
    if (Math.abs(up[0]) > MOST_SLOPE * Math.sqrt(across * across + up[0] * up[0])) {
      return refused("the bar is not level: lay it on the floor or into the rack");
    }
    double[][] mean = new double[SIDES][2];
    for (int side = 0; side < SIDES; side++) {
      int n = counts[side];
      if (n < LEAST_SAMPLES) {
        return refused("the " + NAMES[side] + " load cell gives no force: 'plumbline bar check' says what it does");
      }
      mean[side] = new double[]{sums[side][0] / n, sums[side][1] / n};
      double variance = (sums[side][2] + sums[side][3]) / n - square(mean[side]);
      if (variance > MOST_SD_N * MOST_SD_N) {
        return refused("the force is not steady: let go of the bar");
      }
    }
    double[] unit = {up[1] / across, up[2] / across};
    double hangingN = -cells.outboardKg() * gravityMps2;
    double lyingN = 0.5 * (cells.massKg() - 2 * cells.outboardKg()) * gravityMps2;
    double hanging = worstN(mean, unit, hangingN);
    double lying = worstN(mean, unit, lyingN);
    double mostN = NEAR * Math.abs(lyingN - hangingN);
    if (!(Math.min(hanging, lying) <= mostN)) {
      return refused(String.format(Locale.ROOT,
          "the cells feel %.0f N left and %.0f N right downwards, which is neither an empty bar in the rack (%.0f N) nor one on the floor (%.0f N)"
              + " within %.0f N: take the plates off, or calibrate with 'plumbline bar calibrate --only load'",
          downN(mean[0], unit), downN(mean[1], unit), -hangingN, -lyingN, mostN));
    }
    boolean hangs = hanging <= lying;
    return new Outcome(zeros(mean, unit, hangs ? hangingN : lyingN), text(mean, unit, hangs ? hangingN : lyingN)
        + (hangs ? "; taken for an empty bar in the rack" : "; taken for a bar on the floor"));
  }

  private static Outcome refused(String reason) {
    return new Outcome(null, reason);
  }

  private static double square(double[] vector) {
    return vector[0] * vector[0] + vector[1] * vector[1];
  }

  private static double downN(double[] forceN, double[] up) {
    return -(forceN[0] * up[0] + forceN[1] * up[1]);
  }

  private static double[] error(double[] meanN, double[] up, double expectedN) {
    return new double[]{meanN[0] - expectedN * up[0], meanN[1] - expectedN * up[1]};
  }

  private static double worstN(double[][] mean, double[] up, double expectedN) {
    double worst = 0;
    for (double[] side : mean) {
      worst = Math.max(worst, Math.sqrt(square(error(side, up, expectedN))));
    }
    return worst;
  }

  private static String text(double[][] mean, double[] up, double expectedN) {
    return String.format(Locale.ROOT,
        "zero of the load cells changed by %.1f N left and %.1f N right (%.1f and %.1f N of it downwards)",
        Math.sqrt(square(error(mean[0], up, expectedN))), Math.sqrt(square(error(mean[1], up, expectedN))),
        downN(mean[0], up) + expectedN, downN(mean[1], up) + expectedN);
  }

  /// The reading that the matrix makes the error of, added to each bridge's zero.
  private List<Double> zeros(double[][] mean, double[] up, double expectedN) {
    List<Double> zeros = new ArrayList<>();
    for (int side = 0; side < SIDES; side++) {
      List<Double> k = side == 0 ? cells.leftNPerRatio() : cells.rightNPerRatio();
      double[] e = error(mean[side], up, expectedN);
      double determinant = k.get(0) * k.get(3) - k.get(1) * k.get(2);
      zeros.add(cells.zeroRatio().get(2 * side) + (k.get(3) * e[0] - k.get(1) * e[1]) / determinant);
      zeros.add(cells.zeroRatio().get(2 * side + 1) + (k.get(0) * e[1] - k.get(2) * e[0]) / determinant);
    }
    return zeros;
  }
}
