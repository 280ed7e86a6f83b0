package io.plumbline.core.pipeline;

import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import java.util.Random;
import java.util.Set;

/// One lift from the floor with a bar that bends under its plates, whips and is lifted askew. Each end bends as a spring with a mass on it:
/// its slope is β, the pod by its collar hangs c β lower and its plates (c + e) β. The hands' line moves by minimum-jerk curves.
final class BendingBar {
  static final double RISE_M = 0.5;
  static final double PEAK_MPS = 1.875 * RISE_M;
  private static final double G = 9.80665;
  private static final double DT_S = 1e-3;
  private static final int SUBSTEPS = 8;
  private static final double POD_M = 0.65;
  private static final double SAG_M = 0.29;
  private static final double PLATES_M = 0.12;
  private static final double OTHER_SHARE = 0.18;
  private static final double DAMPING = 0.03;

  private static final double TENSION_AT_S = 2.5;
  private static final double TENSION_S = 0.8;
  private static final double LIFT_AT_S = TENSION_AT_S + TENSION_S;
  private static final double DOWN_AT_S = LIFT_AT_S + 2.2;
  private static final double DOWN_S = 1.2;
  private static final double RELEASE_AT_S = DOWN_AT_S + DOWN_S;
  private static final double END_S = RELEASE_AT_S + 3;

  double tiltRad = 0.04;
  double bendRad = 0.025;
  double plateKg = 60;
  boolean cells;
  Set<ImuSite> sites = Set.of(ImuSite.RIGHT);

  private final Random random;
  private final double[] bend = new double[2];
  private final double[] bendRate = new double[2];
  private final double[] releasedAt = new double[2];

  BendingBar(long seed) {
    random = new Random(seed);
  }

  void play(BarPipeline pipeline) {
    int n = (int) Math.round(END_S / DT_S);
    double[][] pod = new double[2][n];
    double[][] slope = new double[2][n];
    double[][] pull = new double[2][n];
    for (int i = 0; i < n; i++) {
      bendTo(i * DT_S);
      for (int side = 0; side < 2; side++) {
        int sign = side == 0 ? -1 : 1;
        double tilt = tilt(i * DT_S);
        pod[side][i] = height(i * DT_S) - sign * POD_M * tilt - SAG_M * bend[side];
        slope[side][i] = tilt + sign * bend[side];
        pull[side][i] = pullN(side);
      }
    }
    SensorFrame frame = new SensorFrame();
    for (int i = 1; i < n - 1; i++) {
      frame.reset(1_000_000_000L + Math.round(i * DT_S * 1e9));
      for (ImuSite site : sites) {
        int side = site.ordinal();
        putImu(frame, site, slope[side][i], (slope[side][i + 1] - slope[side][i - 1]) / (2 * DT_S),
            (pod[side][i + 1] - 2 * pod[side][i] + pod[side][i - 1]) / (DT_S * DT_S));
      }
      if (cells) {
        frame.set(Channel.LEFT_FY, random.nextGaussian());
        frame.set(Channel.LEFT_FZ, -pull[0][i] + random.nextGaussian());
        frame.set(Channel.RIGHT_FY, random.nextGaussian());
        frame.set(Channel.RIGHT_FZ, -pull[1][i] + random.nextGaussian());
      }
      pipeline.accept(frame);
    }
    pipeline.finish();
  }

  private void putImu(SensorFrame frame, ImuSite site, double slope, double rate, double accel) {
    double[] values = {-Math.sin(slope) * (G + accel), 0, Math.cos(slope) * (G + accel), 0, rate, 0};
    for (int k = 0; k < values.length; k++) {
      double noise = k < 3 ? 0.02 : 0.001;
      frame.set(Channel.values()[site.firstChannel() + k], values[k] + noise * random.nextGaussian());
    }
  }

  /// Slope for one newton on both sides.
  private double compliance() {
    return bendRad / (plateKg * G);
  }

  /// What pulls so that the ends bend as they do, each by its own load and a little by the other's.
  private double pullN(int side) {
    double own = 1 - OTHER_SHARE;
    return (own * bend[side] - OTHER_SHARE * bend[1 - side]) / (compliance() * (own * own - OTHER_SHARE * OTHER_SHARE));
  }

  private void bendTo(double t) {
    for (int side = 0; side < 2; side++) {
      if (t < LIFT_AT_S) {
        bend[side] = bendRad * minimumJerk((t - TENSION_AT_S) / TENSION_S);
        bendRate[side] = 0;
      } else if (t < RELEASE_AT_S) {
        releasedAt[side] = bend[side];
      } else {
        bend[side] = releasedAt[side] * (1 - minimumJerk((t - RELEASE_AT_S) / TENSION_S));
      }
    }
    if (t >= LIFT_AT_S && t < RELEASE_AT_S) {
      whip(t);
    }
  }

  private void whip(double t) {
    double h = DT_S / SUBSTEPS;
    double lever = SAG_M + PLATES_M;
    double damping = 2 * DAMPING * Math.sqrt(1 / (lever * compliance() * plateKg));
    for (int i = 0; i < SUBSTEPS; i++) {
      double centre = second(this::height, t);
      double turn = second(this::tilt, t);
      double[] pulls = {pullN(0), pullN(1)};
      for (int side = 0; side < 2; side++) {
        double without = centre - (side == 0 ? -1 : 1) * (POD_M + PLATES_M) * turn;
        bendRate[side] += h * ((G + without - pulls[side] / plateKg) / lever - damping * bendRate[side]);
      }
      bend[0] += h * bendRate[0];
      bend[1] += h * bendRate[1];
    }
  }

  private static double second(java.util.function.DoubleUnaryOperator f, double t) {
    return (f.applyAsDouble(t + DT_S) - 2 * f.applyAsDouble(t) + f.applyAsDouble(t - DT_S)) / (DT_S * DT_S);
  }

  /// Of the hands' line: up by what the shaft bends before the plates leave the floor, then the lift.
  private double height(double t) {
    double bent = (SAG_M + PLATES_M) * bendRad
        * (minimumJerk((t - TENSION_AT_S) / TENSION_S) - minimumJerk((t - RELEASE_AT_S) / TENSION_S));
    return bent + RISE_M * (minimumJerk(t - LIFT_AT_S) - minimumJerk((t - DOWN_AT_S) / DOWN_S));
  }

  /// Askew as it is fastest, level again on the way down.
  private double tilt(double t) {
    return tiltRad * (minimumJerk((t - LIFT_AT_S - 0.15) / 0.7) - minimumJerk((t - DOWN_AT_S - 0.1) / 0.9));
  }

  private static double minimumJerk(double share) {
    double s = Math.clamp(share, 0, 1);
    return s * s * s * (10 - 15 * s + 6 * s * s);
  }

  static BarSetup setup() {
    return ScriptedBar.facingForward();
  }
}
