package io.plumbline.core.motion;

import io.plumbline.core.attitude.AttitudeFilter;
import io.plumbline.core.sample.BarSetup;

/// How a pod sits on the bar: turned by its mount, and with a lever arm to the bar's centre, which has the pod move where the bar only turns.
///
/// Allocates nothing after construction. Not thread-safe.
final class PodSeat {
  private final double[] mount = new double[9];
  private final double leverX;
  private final double leverY;
  private final double leverZ;
  private final double[] scratch = new double[3];
  private final double[] barAxis = new double[3];
  private final double[] upInBar = new double[3];

  /// @param mount rotation sensor to bar frame
  /// @param lever position in the bar frame
  PodSeat(BarSetup.Mount mount, BarSetup.Lever lever) {
    this.leverX = lever.xM();
    this.leverY = lever.yM();
    this.leverZ = lever.zM();
    toMatrix(mount);
  }

  private void toMatrix(BarSetup.Mount q) {
    double w = q.w();
    double x = q.x();
    double y = q.y();
    double z = q.z();
    mount[0] = 1 - 2 * (y * y + z * z);
    mount[1] = 2 * (x * y - w * z);
    mount[2] = 2 * (x * z + w * y);
    mount[3] = 2 * (x * y + w * z);
    mount[4] = 1 - 2 * (x * x + z * z);
    mount[5] = 2 * (y * z - w * x);
    mount[6] = 2 * (x * z - w * y);
    mount[7] = 2 * (y * z + w * x);
    mount[8] = 1 - 2 * (x * x + y * y);
  }

  /// Turns a vector of the sensor into the bar frame; `into` takes it from the place `to` on.
  void toBar(double x, double y, double z, double[] into, int to) {
    into[to] = mount[0] * x + mount[1] * y + mount[2] * z;
    into[to + 1] = mount[3] * x + mount[4] * y + mount[5] * z;
    into[to + 2] = mount[6] * x + mount[7] * y + mount[8] * z;
  }

  /// Where the pod sits along the bar, + towards the right end.
  double leverXM() {
    return leverX;
  }

  /// Puts down for a step where the pod is about the bar's centre and how it moves there.
  ///
  /// @param sample in the bar frame: the angular rates are in the places 3 to 5, rad/s
  void put(PodHistory history, int step, AttitudeFilter attitude, double[] sample) {
    double wx = sample[3] - attitude.biasRadps(0);
    double wy = sample[4] - attitude.biasRadps(1);
    double wz = sample[5] - attitude.biasRadps(2);
    attitude.toWorld(wy * leverZ - wz * leverY, wz * leverX - wx * leverZ, wx * leverY - wy * leverX, scratch);
    System.arraycopy(scratch, 0, history.leverVelocity, 3 * step, 3);
    attitude.toWorld(leverX, leverY, leverZ, scratch);
    attitude.toWorld(1, 0, 0, barAxis);
    attitude.upInBar(upInBar);
    history.putPose(step, scratch, barAxis[0], barAxis[1], upInBar);
  }
}
