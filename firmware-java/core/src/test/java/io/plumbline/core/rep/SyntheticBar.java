package io.plumbline.core.rep;

import io.plumbline.core.motion.ForceTrack;
import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.util.function.DoubleUnaryOperator;

/// A bar whose height and floor reaction are formulas of time, and what curve and load cells tell of it. Plates of 50 kg a side, a rigid bar.
final class SyntheticBar {
  static final double SIDE_KG = 50 + BarSetup.DEFAULT.outboardKg();
  static final double GRAVITY_MPS2 = BarSetup.DEFAULT.gravityMps2();
  private static final double STEP_S = 0.003;
  private static final double SMALL_S = 1e-4;

  final MotionCurve curve = new MotionCurve();
  final ForceTrack forces = new ForceTrack();
  final LoadCurve loads = new LoadCurve(BarSetup.DEFAULT);

  /// @param heightM   of the bar at a time, s
  /// @param leftN     floor reaction of the left side
  /// @param rightN    and of the right one
  SyntheticBar(double endS, DoubleUnaryOperator heightM, DoubleUnaryOperator leftN, DoubleUnaryOperator rightN) {
    this(endS, heightM, leftN, rightN, 0, 0);
  }

  /// A bar that nobody put down, with cells whose zeros are off.
  static SyntheticBar held(double endS, DoubleUnaryOperator heightM, double leftZeroN, double rightZeroN) {
    return new SyntheticBar(endS, heightM, t -> 0, t -> 0, leftZeroN, rightZeroN);
  }

  private SyntheticBar(double endS, DoubleUnaryOperator heightM, DoubleUnaryOperator leftN, DoubleUnaryOperator rightN,
      double leftZeroN, double rightZeroN) {
    int n = (int) Math.round(endS / STEP_S) + 1;
    long[] timesNs = new long[n];
    double[] heights = new double[n];
    double[] velocities = new double[n];
    for (int i = 0; i < n; i++) {
      double t = i * STEP_S;
      timesNs[i] = Math.round(t * 1e9);
      heights[i] = heightM.applyAsDouble(t);
      velocities[i] = (heightM.applyAsDouble(t + SMALL_S) - heightM.applyAsDouble(t - SMALL_S)) / (2 * SMALL_S);
    }
    curve.load(timesNs, heights, velocities, n);
    SensorFrame frame = new SensorFrame();
    for (long ms = 0; ms <= Math.round(endS * 1e3); ms++) {
      double t = ms * 1e-3;
      double a = (heightM.applyAsDouble(t + STEP_S) - 2 * heightM.applyAsDouble(t) + heightM.applyAsDouble(t - STEP_S))
          / (STEP_S * STEP_S);
      frame.reset(ms * 1_000_000L);
      frame.set(Channel.LEFT_FY, 0);
      frame.set(Channel.RIGHT_FY, 0);
      frame.set(Channel.LEFT_FZ, leftZeroN + leftN.applyAsDouble(t) - SIDE_KG * (GRAVITY_MPS2 + a));
      frame.set(Channel.RIGHT_FZ, rightZeroN + rightN.applyAsDouble(t) - SIDE_KG * (GRAVITY_MPS2 + a));
      forces.add(frame);
    }
    loads.fill(curve, forces);
  }

  /// Lies still, is pulled from `pullS` on with evenly rising force, leaves the floor at `offS`, rises by `wayM` within `riseS` and stays there.
  static SyntheticBar lifted(double pullS, double offS, double wayM, double riseS, double endS) {
    return new SyntheticBar(endS, t -> wayM * smooth((t - offS) / riseS), t -> floorN(t, pullS, offS),
        t -> floorN(t, pullS, offS));
  }

  /// What the floor carries of a side while a pull takes it away evenly; before it, the half of the shaft as well.
  static double floorN(double t, double pullS, double offS) {
    double innerKg = BarSetup.DEFAULT.barKg() - 2 * BarSetup.DEFAULT.outboardKg();
    double whole = (SIDE_KG + innerKg / 2) * GRAVITY_MPS2;
    return whole * Math.clamp((offS - t) / (offS - pullS), 0, 1);
  }

  /// Minimum-jerk step from 0 to 1.
  static double smooth(double share) {
    double s = Math.clamp(share, 0, 1);
    return s * s * s * (10 + s * (-15 + 6 * s));
  }

  int entryAt(double s) {
    int i = 0;
    while (i < curve.size() - 1 && curve.timeNs(i) * 1e-9 < s) {
      i++;
    }
    return i;
  }

  RepSpan span(double startS, double endS) {
    RepSpan span = new RepSpan();
    span.start = entryAt(startS);
    span.end = entryAt(endS);
    span.startNs = startS * 1e9;
    span.endNs = endS * 1e9;
    span.startSdS = 0.003;
    span.down = -1;
    span.downEnd = -1;
    span.latest = curve.size() - 1;
    span.fromFloor = true;
    span.byForce = true;
    return span;
  }
}
