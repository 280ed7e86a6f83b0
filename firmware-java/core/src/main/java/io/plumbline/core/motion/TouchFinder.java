package io.plumbline.core.motion;

/// Finds with hindsight where a bar that is pulled from the floor came down to it between two pulls without a rest: where its height turned near
/// the height it lay at. Who pulls again at once stands where he stood, so that the bar is there about where it was taken up; a place that is known to
/// a few centimetres again and again tells the velocity in between.
///
/// Allocates nothing after construction. Not thread-safe.
final class TouchFinder {
  static final int CAPACITY = 256;
  /// What the bar goes up before and after.
  private static final double LEFT_M = 0.15;
  /// How near to the height it lay at.
  private static final double NEAR_M = 0.05;
  private static final double DOUBT_SDS = 2;
  /// From one touch to the next a bar that goes further across the floor was carried, and what the segment began with says no more where it is.
  private static final double CARRIED_M = 0.15;
  private static final double CARRIED_SDS = 3;

  private final long[] timeNs = new long[CAPACITY];
  private int count;

  void clear() {
    count = 0;
  }

  /// Finds the touches of a curve that began at rest.
  void find(MotionCurve c) {
    clear();
    int before = 0;
    int lowest = -1;
    boolean risen = false;
    for (int i = 0; i < c.size(); i++) {
      if (c.heightM(i) > LEFT_M) {
        if (lowest >= 0) {
          if (isCarried(c, before, lowest)) {
            return;
          }
          put(c, lowest);
          before = lowest;
        }
        risen = true;
        lowest = -1;
      } else if (risen && (lowest < 0 || c.heightM(i) < c.heightM(lowest))) {
        lowest = i;
      }
    }
  }

  private static boolean isCarried(MotionCurve c, int from, int to) {
    double wayM = Math.hypot(c.acrossM(to) - c.acrossM(from), c.alongM(to) - c.alongM(from));
    double sdM = Math.sqrt(c.levelVelocityVar(to)) * c.secondsBetween(from, to);
    return wayM > CARRIED_M + CARRIED_SDS * sdM;
  }

  private void put(MotionCurve c, int i) {
    double nearM = NEAR_M + DOUBT_SDS * Math.sqrt(c.heightVar(i));
    if (Math.abs(c.heightM(i)) < nearM && count < CAPACITY) {
      timeNs[count++] = c.timeNs(i);
    }
  }

  /// Writes the standard deviation of a place for each time that is the first at or after a touch, 0 for others.
  void write(long[] timesNs, int size, double sdM, double[] into) {
    int k = 0;
    for (int i = 0; i < size; i++) {
      boolean touch = k < count && timesNs[i] >= timeNs[k];
      into[i] = touch ? sdM : 0;
      k += touch ? 1 : 0;
    }
  }
}
