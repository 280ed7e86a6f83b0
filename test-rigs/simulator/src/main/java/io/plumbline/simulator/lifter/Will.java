package io.plumbline.simulator.lifter;

import io.plumbline.simulator.physics.Hands;

/// What the lifter wants of the bar at this instant, for both hands together. World frame, SI. Mutable, one per run.
final class Will {
  private static final double TREMBLING_N = 1500;

  /// Wanted place and velocity of the middle between the hands.
  double x;
  double y;
  double z;
  double vx;
  double vy;
  double vz;
  /// Right hand behind the left one: what the right hand wants less, up.
  double lagZ;
  double lagVz;
  /// Upward force of both hands beside the springs, and the left one's share of it.
  double feedN;
  double leftShare = 0.5;
  /// Forward force of both hands beside the springs: what the wanted path needs.
  double pushN;
  /// Wanted tilt and twist, rad, small.
  double tilt;
  double twist;
  double roll;
  double holdZ;
  double holdY;
  double grip;
  /// Where the hands sit off the middle of the bar.
  double offsetM;
  /// Times the usual tremor.
  double effort = 1;
  /// Forward lean of the trunk and lumbar flexion, rad; hips above the floor and behind the bar.
  double lean;
  double lumbar;
  double hipHeight = 0.95;
  double hipForward;

  /// Tells the hands, trembling added: up and down as a force that grows with the load until it is that of the stiff arms.
  void tell(Hands hands, Tremor tremor, double gripHalfWidthM, double handStiffnessNpm) {
    double shake = effort * grip;
    double force = shake * handStiffnessNpm / 2 * Math.min(1, feedN / TREMBLING_N);
    for (int hand = 0; hand < 2; hand++) {
      int place = hand == 0 ? -1 : 1;
      double lag = hand == 0 ? 0 : 1;
      hands.zM[hand] = z - lag * lagZ - place * gripHalfWidthM * tilt;
      hands.zMps[hand] = vz - lag * lagVz;
      hands.yM[hand] = y + place * gripHalfWidthM * twist + shake * tremor.acrossM(hand);
      hands.yMps[hand] = vy + shake * tremor.acrossMps(hand);
      hands.feedN[hand] = feedN * (hand == 0 ? leftShare : 1 - leftShare) + force * tremor.upM(hand);
    }
    hands.pushN = pushN;
    hands.xM = x;
    hands.xMps = vx;
    hands.holdZ = holdZ;
    hands.holdY = holdY;
    hands.grip = grip;
    hands.rollRad = roll;
    hands.rollRadps = 0;
    hands.offsetM = offsetM;
  }
}
