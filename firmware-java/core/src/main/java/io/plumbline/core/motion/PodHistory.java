package io.plumbline.core.motion;

/// One entry a step of a pod: when, how the filters believed, how much they doubted, where the pod sat on the bar. Allocates nothing after
/// construction. Not thread-safe.
final class PodHistory {
  /// Steps that are kept: 49 s at 1 kHz, a minute or more at lower rates.
  static final int CAPACITY = 1 << 14;
  /// How well a held bar's mean velocity over a second is known to be zero: a person sags and sways.
  private static final double HELD_SD_MPS = 0.004;
  private static final double HELD_LEVEL_SD_MPS = 0.009;
  /// How far from where it was taken up a bar comes down that is pulled again at once.
  private static final double PLACE_SD_M = 0.03;
  private static final double[] NEVER = new double[CAPACITY];

  final AxisHistory up = new AxisHistory(CAPACITY);
  final AxisHistory alongX = new AxisHistory(CAPACITY);
  final AxisHistory alongY = new AxisHistory(CAPACITY);
  final long[] timeNs = new long[CAPACITY];
  /// Velocity of the pod against the bar's centre, world x, y, z.
  final double[] leverVelocity = new double[3 * CAPACITY];
  /// Position of the pod against the bar's centre, world x, y, z.
  private final double[] leverPosition = new double[3 * CAPACITY];
  /// Direction of the bar's x in the world, level parts.
  private final double[] barX = new double[CAPACITY];
  private final double[] barY = new double[CAPACITY];
  /// Tilt of the bar at the pod, + right end lower, and roll of the shaft about its axis, rad.
  final double[] tiltRad = new double[CAPACITY];
  final double[] rollRad = new double[CAPACITY];
  final byte[] marks = new byte[CAPACITY];
  private final double[] stepS = new double[CAPACITY];
  private final double[] velocityNoise = new double[CAPACITY];
  private final double[] levelVelocityNoise = new double[CAPACITY];
  private final double[] upBiasNoise = new double[CAPACITY];
  private final double[] levelBiasNoise = new double[CAPACITY];
  private final double[] stillSdMps = new double[CAPACITY];
  private final double[] placeM = new double[CAPACITY];
  private final double[] placeSdM = new double[CAPACITY];
  private final double[] leverOrigin = new double[3];
  private double originBarX;
  private double originBarY;
  private double originNorm;
  private boolean originKnown;
  private int size;

  /// Begins a step; the oldest half goes where there is no room.
  ///
  /// @return its index
  int begin(long tNs, double dtS, double velocityVar, double levelVelocityVar, double upBiasVar, double levelBiasVar,
      byte stepMarks) {
    if (size == CAPACITY) {
      drop(CAPACITY / 2);
    }
    int i = size++;
    timeNs[i] = tNs;
    stepS[i] = dtS;
    velocityNoise[i] = velocityVar;
    levelVelocityNoise[i] = levelVelocityVar;
    upBiasNoise[i] = upBiasVar;
    levelBiasNoise[i] = levelBiasVar;
    marks[i] = stepMarks;
    return i;
  }

  private void drop(int count) {
    int rest = size - count;
    up.drop(count, size);
    alongX.drop(count, size);
    alongY.drop(count, size);
    System.arraycopy(timeNs, count, timeNs, 0, rest);
    System.arraycopy(stepS, count, stepS, 0, rest);
    System.arraycopy(velocityNoise, count, velocityNoise, 0, rest);
    System.arraycopy(levelVelocityNoise, count, levelVelocityNoise, 0, rest);
    System.arraycopy(upBiasNoise, count, upBiasNoise, 0, rest);
    System.arraycopy(levelBiasNoise, count, levelBiasNoise, 0, rest);
    System.arraycopy(leverVelocity, 3 * count, leverVelocity, 0, 3 * rest);
    System.arraycopy(leverPosition, 3 * count, leverPosition, 0, 3 * rest);
    System.arraycopy(barX, count, barX, 0, rest);
    System.arraycopy(barY, count, barY, 0, rest);
    System.arraycopy(tiltRad, count, tiltRad, 0, rest);
    System.arraycopy(rollRad, count, rollRad, 0, rest);
    System.arraycopy(marks, count, marks, 0, rest);
    size = rest;
  }

  /// Notes how the pod sits on the bar at step `i`; the first of a segment is where its movement counts from.
  ///
  /// @param up world up as seen from the bar frame
  void putPose(int i, double[] lever, double xOfBarX, double yOfBarX, double[] up) {
    tiltRad[i] = Math.asin(Math.clamp(-up[0], -1, 1));
    rollRad[i] = Math.atan2(up[1], up[2]);
    System.arraycopy(lever, 0, leverPosition, 3 * i, 3);
    barX[i] = xOfBarX;
    barY[i] = yOfBarX;
    if (!originKnown) {
      beginSegment(i);
    }
  }

  private void beginSegment(int i) {
    System.arraycopy(leverPosition, 3 * i, leverOrigin, 0, 3);
    originBarX = barX[i];
    originBarY = barY[i];
    originNorm = Math.hypot(originBarX, originBarY);
    originKnown = true;
  }

  /// Forgets all but the last step, with which a new segment begins.
  void keepLast() {
    if (size > 0) {
      drop(size - 1);
      beginSegment(0);
    }
  }

  /// Forgets everything.
  void clear() {
    size = 0;
    originKnown = false;
  }

  /// Smooths the present segment once more, told where the bar was held and where it touched the floor. What the filters believed as it went stays
  /// as it was.
  void smooth(HoldFinder holds, TouchFinder touches) {
    holds.upright().write(timeNs, stepS, size, HELD_SD_MPS, stillSdMps);
    smoothTold(up, velocityNoise, upBiasNoise, NEVER);
    holds.level().write(timeNs, stepS, size, HELD_LEVEL_SD_MPS, stillSdMps);
    touches.write(timeNs, size, PLACE_SD_M, placeSdM);
    placeOf(0);
    smoothTold(alongX, levelVelocityNoise, levelBiasNoise, placeSdM);
    placeOf(1);
    smoothTold(alongY, levelVelocityNoise, levelBiasNoise, placeSdM);
  }

  /// Where the pod is while the bar's centre is where it began.
  private void placeOf(int axis) {
    for (int i = 0; i < size; i++) {
      placeM[i] = leverShift(i, axis);
    }
  }

  private void smoothTold(AxisHistory axis, double[] noise, double[] biasNoise, double[] placesSdM) {
    axis.filter(size - 1, stepS, noise, biasNoise, stillSdMps, placeM, placesSdM);
    axis.smooth(size - 1, stepS, noise, biasNoise);
    axis.filter(size - 1, stepS, noise, biasNoise, NEVER, placeM, NEVER);
  }

  /// Smooths the present segment, or only takes what was believed at each time.
  void smooth(boolean hindsight) {
    if (!hindsight) {
      up.takeFiltered(size);
      alongX.takeFiltered(size);
      alongY.takeFiltered(size);
      return;
    }
    up.smooth(size - 1, stepS, velocityNoise, upBiasNoise);
    alongX.smooth(size - 1, stepS, levelVelocityNoise, levelBiasNoise);
    alongY.smooth(size - 1, stepS, levelVelocityNoise, levelBiasNoise);
  }

  /// Movement of the pod against the bar's centre since the start of the segment, at step `i`, along a world axis.
  double leverShift(int i, int axis) {
    return leverPosition[3 * i + axis] - leverOrigin[axis];
  }

  /// The part of a level vector that points across the bar as it lay at the start of the segment, + towards the bar frame's y.
  double across(double x, double y) {
    return originNorm > 0 ? (y * originBarX - x * originBarY) / originNorm : 0;
  }

  /// The part of a level vector that points along the bar as it lay at the start of the segment.
  double along(double x, double y) {
    return originNorm > 0 ? (x * originBarX + y * originBarY) / originNorm : 0;
  }

  /// Length of the change of causal velocity over the last `windowS` seconds; level, by an orientation that follows gravity, which goes astray
  /// less than what the filter believes of its error.
  double velocityChangeMps(double windowS) {
    int last = size - 1;
    if (last < 0) {
      return 0;
    }
    double x = 0;
    double y = 0;
    int i = last;
    while (i > 0 && (timeNs[last] - timeNs[i]) * 1e-9 < windowS) {
      x += alongX.accelMps2[i] * stepS[i];
      y += alongY.accelMps2[i] * stepS[i];
      i--;
    }
    double z = up.filteredVelocityMps(last) - up.filteredVelocityMps(i);
    return Math.sqrt(x * x + y * y + z * z);
  }

  /// Turn of the bar about the vertical since the start of the segment, + right end forward (towards the bar frame's y).
  double twistRad(int i) {
    return Math.atan2(barY[i] * originBarX - barX[i] * originBarY, barX[i] * originBarX + barY[i] * originBarY);
  }

  int size() {
    return size;
  }
}
