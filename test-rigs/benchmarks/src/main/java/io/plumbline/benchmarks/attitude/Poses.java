package io.plumbline.benchmarks.attitude;

import io.plumbline.bar.recording.TruthColumn;

/// What cameras saw, and when it moved. BROAD (Laidig et al., Data 6(7):72, 2021) counts errors in motion only, by a flag that the converted
/// recordings no longer have, so motion is found again from the cameras alone: it turns by more than 10 °/s or travels by more than 0.05 m/s
/// over 0.1 s, and pauses shorter than 1 s belong to the motion around them.
final class Poses {
  static final int WIDTH = 7;
  static final TruthColumn[] COLUMNS = {TruthColumn.X, TruthColumn.Y, TruthColumn.Z, TruthColumn.QW, TruthColumn.QX,
      TruthColumn.QY, TruthColumn.QZ};
  /// The definition in one line, for the report.
  static final String DEFINITION = "moving: the cameras see it turn by more than 10 °/s or travel by more than 0.05 m/s over 0.1 s; pauses"
      + " under 1 s count as moving";

  private static final double WINDOW_S = 0.1;
  private static final double TURN_RADPS = 10 * Math.PI / 180;
  private static final double TRAVEL_MPS = 0.05;
  private static final double PAUSE_S = 1;

  private final double[] timeS;
  private final double[] pose;

  /// @param pose position (m) and orientation (w x y z), seven a sample, NaN where not seen
  Poses(double[] timeS, double[] pose) {
    this.timeS = timeS;
    this.pose = pose;
  }

  boolean anyOrientation() {
    for (int i = 0; i < timeS.length; i++) {
      if (!Double.isNaN(pose[WIDTH * i + 3])) {
        return true;
      }
    }
    return false;
  }

  /// World up as seen from the sensor, three a sample.
  double[] up() {
    double[] up = new double[3 * timeS.length];
    for (int i = 0; i < timeS.length; i++) {
      double w = pose[WIDTH * i + 3];
      double x = pose[WIDTH * i + 4];
      double y = pose[WIDTH * i + 5];
      double z = pose[WIDTH * i + 6];
      double n = w * w + x * x + y * y + z * z;
      up[3 * i] = 2 * (x * z - w * y) / n;
      up[3 * i + 1] = 2 * (y * z + w * x) / n;
      up[3 * i + 2] = 1 - 2 * (x * x + y * y) / n;
    }
    return up;
  }

  boolean[] moving() {
    boolean[] moving = new boolean[timeS.length];
    int to = 0;
    double lastS = Double.NEGATIVE_INFINITY;
    for (int from = 0; from < timeS.length; from++) {
      while (to + 1 < timeS.length && timeS[to] - timeS[from] < WINDOW_S) {
        to++;
      }
      if (!moved(from, to)) {
        continue;
      }
      int i = from;
      while (i > 0 && timeS[i - 1] >= lastS && timeS[from] - lastS < PAUSE_S) {
        i--;
      }
      for (; i <= to; i++) {
        moving[i] = true;
      }
      lastS = timeS[to];
    }
    return moving;
  }

  /// Where the cameras were blind at either end it is not known, and counts as still: the neighbours tell.
  private boolean moved(int from, int to) {
    double dtS = timeS[to] - timeS[from];
    if (!(dtS > 0)) {
      return false;
    }
    double squares = 0;
    for (int k = 0; k < 3; k++) {
      double d = pose[WIDTH * to + k] - pose[WIDTH * from + k];
      squares += d * d;
    }
    double dot = 0;
    double first = 0;
    double second = 0;
    for (int k = 3; k < WIDTH; k++) {
      dot += pose[WIDTH * to + k] * pose[WIDTH * from + k];
      first += pose[WIDTH * from + k] * pose[WIDTH * from + k];
      second += pose[WIDTH * to + k] * pose[WIDTH * to + k];
    }
    double turnRad = 2 * Math.acos(Math.min(1, Math.abs(dot) / Math.sqrt(first * second)));
    return turnRad / dtS > TURN_RADPS || Math.sqrt(squares) / dtS > TRAVEL_MPS;
  }
}
