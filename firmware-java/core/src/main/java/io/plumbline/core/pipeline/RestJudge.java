package io.plumbline.core.pipeline;

import io.plumbline.core.motion.ContactJudge.Contact;

/// Decides whether the bar rests, and whether a rest ends a segment. Stillness of the signals is not enough: a slow steady lift is still
/// too, so the velocity estimate must agree; and a quiet lockout is a rest but not the end of a rep.
///
/// Not thread-safe.
final class RestJudge {
  /// How well the height at rest repeats, for the same plates on a level floor: they yield, and hands may pull at the bar already.
  static final double SAME_HEIGHT_SD_M = 0.02;
  private static final double VELOCITY_FLOOR_MPS = 0.04;
  private static final double VELOCITY_SDS = 3;
  private static final double VELOCITY_DOUBT_MPS = 0.06;
  /// Less than that is an estimate that drifted in a set of half a minute without a rest, rather than a bar that goes up or down.
  private static final double DRIFT_SDS = 1.5;
  // Nobody moves a bar steadily for so long: then it is the estimate that drifted.
  private static final double SURELY_STILL_S = 6;
  static final double CHANGE_S = 0.3;
  private static final double CHANGE_MPS = 0.02;
  private static final double STANDING_CHANGE_MPS = 0.2;
  private static final double CONFIRM_S = 0.6;
  private static final double LONGER_THAN_A_TURN_S = 2;
  private static final double BASE_M = 0.08;
  private static final double BASE_SDS = 4;
  private static final double ELSEWHERE_S = 8;
  private static final double REFRESH_S = 1;
  private static final double SWING_M = 0.12;
  /// No bar bounces so high: it was lifted again.
  private static final double LIFTED_M = 0.25;
  private static final double HALF = 0.5;
  private static final long NONE = Long.MIN_VALUE;

  private boolean contactKnown;
  private boolean struck;
  private boolean dropped;
  private boolean fell;
  private int strikes;
  private boolean stands;
  private boolean cameDown;
  private double topM;
  private boolean beganStanding;
  private boolean atRest;
  private boolean rested;
  private boolean segmentEnds;
  private boolean sameHeight;
  private long followedNs = NONE;
  private double travelM;
  private double lowM;
  private double highM;
  private int firstDirection;
  private int direction;
  private double restSinceQuietS;
  private double restS;

  /// Follows the swings of the bar within the segment. What is not more than its velocity's doubt adds nothing to them, and neither does what
  /// the estimate learns of its height: a bar that comes to rest has not swung by as much as was known wrongly before. A sensor that is moved
  /// by hand comes back to no place, and what its height does is all that tells.
  ///
  /// @param lifted whether it is a lift
  void follow(long timeNs, JoinedHeight live, boolean lifted) {
    double stepS = followedNs == NONE ? 0 : (timeNs - followedNs) * 1e-9;
    followedNs = timeNs;
    if (!lifted) {
      travelM = live.heightM();
      swing(travelM, live.heightM());
    } else if (Math.abs(live.velocityMps()) > Math.max(slowMps(live, VELOCITY_DOUBT_MPS),
        DRIFT_SDS * live.velocitySdMps())) {
      travelM += live.velocityMps() * stepS;
      swing(travelM, live.heightM());
    }
  }

  /// The velocity below which the bar may as well stand. The doubt is capped: an estimate that drifted may not call a moving bar still.
  private static double slowMps(JoinedHeight live, double mostDoubtMps) {
    return VELOCITY_FLOOR_MPS + Math.min(mostDoubtMps, VELOCITY_SDS * live.velocitySdMps());
  }

  private void swing(double heightM, double causalM) {
    if (direction >= 0) {
      highM = Math.max(highM, heightM);
    }
    if (direction <= 0) {
      lowM = Math.min(lowM, heightM);
    }
    if (direction <= 0 && heightM - lowM >= SWING_M) {
      direction = 1;
      highM = heightM;
    } else if (direction >= 0 && highM - heightM >= SWING_M) {
      double wentM = highM - heightM;
      direction = -1;
      lowM = heightM;
      topM = cameDown ? topM : causalM + wentM;
      cameDown = true;
    }
    firstDirection = firstDirection == 0 ? direction : firstDirection;
    fell &= direction <= 0 || heightM - lowM < LIFTED_M;
  }

  /// Whether the bar went up first, has come down since, and may be where it was, as far as the estimate knows.
  boolean roseAndFell(JoinedHeight live) {
    return cameDown && firstDirection > 0 && (isNear(live) || live.heightM() < HALF * topM);
  }

  private static boolean isNear(JoinedHeight live) {
    return Math.abs(live.heightM()) < Math.max(BASE_M, BASE_SDS * live.heightSdM());
  }

  /// Tells of impacts since the last rest, which leave the velocity in honest doubt. After one that ended a fall, in a lift from the floor, what is
  /// still lies there; a knock as the plates leave it says no such thing of the quiet way down that follows.
  ///
  /// @param nowStrikes steps in which an impact was felt
  /// @param fromFloor  whether it is a lift from the floor
  void setStruck(int nowStrikes, boolean fromFloor) {
    if (nowStrikes > strikes && direction < 0) {
      fell = true;
    }
    fell &= nowStrikes > 0;
    strikes = nowStrikes;
    struck = nowStrikes > 0;
    dropped = fell && fromFloor;
  }

  /// Takes what is known after each block of samples.
  ///
  /// @param quietS            time for which all pods have been quiet
  /// @param velocityChangeMps change of velocity over the last [#CHANGE_S], the most of all pods
  /// @param biasSdMps2        standard deviation of the acceleration's error, the most of all pods
  /// @param onset             whether a pod saw a movement begin
  /// @param contact           whether the plates stand on the floor
  void judge(double quietS, double velocityChangeMps, double biasSdMps2, boolean onset, Contact contact,
      JoinedHeight live) {
    segmentEnds = false;
    contactKnown = contact != Contact.UNKNOWN;
    stands = contact == Contact.STANDS;
    boolean steady = velocityChangeMps < CHANGE_MPS + VELOCITY_SDS * biasSdMps2 * CHANGE_S;
    // Before the first rest, and after an impact, little is known of velocity.
    double mostDoubtMps = rested && !struck ? VELOCITY_DOUBT_MPS : Double.POSITIVE_INFINITY;
    boolean slow = Math.abs(live.velocityMps()) < slowMps(live, mostDoubtMps);
    // Plates that stand and signals that are still: whatever an impact has done to the estimate, the bar lies. Without one it may roll.
    boolean enters = quietS > 0
        && ((steady && slow) || quietS > SURELY_STILL_S
            || (((stands && struck) || dropped) && steadyEnough(velocityChangeMps)));
    boolean stays = quietS > 0 && !onset;
    if (!(atRest ? stays : enters)) {
      atRest = false;
      return;
    }
    if (!atRest || restSinceQuietS > quietS) {
      restSinceQuietS = quietS;
    }
    atRest = true;
    // Who pulls at plates that stand makes them hang long before anything moves.
    beganStanding |= stands && !moved();
    restS = quietS - restSinceQuietS;
    sameHeight = isBase(live);
    double waitS = moved() ? sameHeight ? CONFIRM_S : ELSEWHERE_S : REFRESH_S;
    segmentEnds = restS >= waitS;
  }

  private static boolean steadyEnough(double velocityChangeMps) {
    return velocityChangeMps < STANDING_CHANGE_MPS;
  }

  /// The bar is back where it rested: its plates stand as they stood, or it is near by measure, or within the estimate's error after a movement there and back.
  private boolean isBase(JoinedHeight live) {
    if (beganStanding && contactKnown) {
      return stands;
    }
    if (dropped) {
      return true;
    }
    double away = Math.abs(live.heightM());
    if (away < BASE_M && 2 * live.heightSdM() < BASE_M) {
      return true;
    }
    boolean thereAndBack = firstDirection != 0 && direction == -firstDirection;
    return thereAndBack && isNear(live);
  }

  /// A new segment begins here.
  void rebase() {
    rested = true;
    beganStanding &= !moved();
    fell = false;
    direction = 0;
    firstDirection = 0;
    travelM = 0;
    lowM = 0;
    highM = 0;
    restSinceQuietS = Double.POSITIVE_INFINITY;
  }

  /// Nothing is known of the bar any more.
  void restart() {
    rebase();
    beganStanding = false;
    atRest = false;
    rested = false;
    segmentEnds = false;
  }

  /// Whether the bar has no velocity now.
  boolean atRest() {
    return atRest;
  }

  /// Whether the segment began with plates that stand on the floor.
  boolean beganStanding() {
    return beganStanding;
  }

  /// Whether it stands on its plates where it stood before.
  boolean standsAgain() {
    return atRest && beganStanding && stands;
  }

  /// Whether its velocity is surely zero: it lies at its base, or has been still for longer than a turn of a slow lift looks still.
  boolean surelyStill() {
    return atBase() || (atRest && restS > LONGER_THAN_A_TURN_S);
  }

  /// Whether it rests where nobody holds it: it has not moved since it was put there, or came back.
  boolean atBase() {
    return atRest && (!moved() || sameHeight);
  }

  /// Whether the rest is the end of a segment.
  boolean segmentEnds() {
    return segmentEnds;
  }

  /// Whether it rests at the height at which the segment began.
  boolean sameHeight() {
    return sameHeight;
  }

  /// Whether the bar went anywhere in this segment.
  boolean moved() {
    return firstDirection != 0;
  }
}
