package io.plumbline.virtualchips.feed;

import java.util.List;

/// Where a handled bar is at a time: angles with their derivatives, in closed form.
final class HandMotion {
  private static final double SLEEVE_RADIUS_M = 0.025;

  private final List<HandScript.Move> moves;
  private int cursor;

  /// Which way is up, bar frame.
  final double[] up = new double[3];
  /// Rate, rad/s, bar frame.
  final double[] rate = new double[3];
  private final double[] change = new double[3];
  private double aheadY;
  private double aheadZ;
  private double travelMps2;
  double tilt;
  double tiltRate;
  boolean leftUp;
  boolean racked;
  double platesKg;

  HandMotion(HandScript script) {
    this.moves = script.moves();
  }

  /// Moves on, or back, to a time.
  HandMotion at(double timeS) {
    while (cursor > 0 && moves.get(cursor).beginS() > timeS) {
      cursor--;
    }
    while (cursor + 1 < moves.size() && moves.get(cursor + 1).beginS() <= timeS) {
      cursor++;
    }
    HandScript.Move move = moves.get(cursor);
    double s = Math.clamp((timeS - move.beginS()) / move.overS(), 0, 1);
    // Quintic: rate and acceleration are 0 at both ends.
    double share = s * s * s * (10 - 15 * s + 6 * s * s);
    double speed = 30 * s * s * (1 - s) * (1 - s) / move.overS();
    double push = 60 * s * (1 - s) * (1 - 2 * s) / (move.overS() * move.overS());
    double roll = move.fromRoll() + move.byRoll() * share;
    double rollRate = move.byRoll() * speed;
    double rollPush = move.byRoll() * push;
    tilt = move.fromTilt() + move.byTilt() * share;
    tiltRate = move.byTilt() * speed;
    double tiltPush = move.byTilt() * push;
    leftUp = move.fromTilt() + move.byTilt() / 2 > 0;
    racked = move.racked();
    platesKg = move.fromKg() + move.byKg() * share;
    double cos = Math.cos(roll);
    double sin = Math.sin(roll);
    up[0] = -Math.sin(tilt);
    up[1] = Math.cos(tilt) * sin;
    up[2] = Math.cos(tilt) * cos;
    rate[0] = rollRate;
    rate[1] = tiltRate * cos;
    rate[2] = -tiltRate * sin;
    change[0] = rollPush;
    change[1] = tiltPush * cos - tiltRate * rollRate * sin;
    change[2] = -tiltPush * sin - tiltRate * rollRate * cos;
    aheadY = cos;
    aheadZ = -sin;
    // Rolling about −x goes towards +y.
    travelMps2 = move.travels() ? -SLEEVE_RADIUS_M * rollPush : 0;
    return this;
  }

  /// Acceleration of a point, bar frame, without gravity.
  ///
  /// @param pivotM x of the end that stays on the floor, 0 where none does
  double[] acceleration(double[] pointM, double pivotM) {
    double[] r = {pointM[0] - pivotM, pointM[1], pointM[2]};
    double[] spin = cross(rate, cross(rate, r));
    double[] tangential = cross(change, r);
    return new double[]{spin[0] + tangential[0], spin[1] + tangential[1] + travelMps2 * aheadY,
        spin[2] + tangential[2] + travelMps2 * aheadZ};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
  }
}
