package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.LiftStart;

/// Finds from where the reps of a segment begin where nobody said so, by where its strokes turn above or below the place where the bar rested:
///
/// | bar | starts |
/// | --- | --- |
/// | turns below that place | [LiftStart#RACK] |
/// | is lifted off it and turns in the air | [LiftStart#HANG] |
/// | hangs above it before the first stroke | [LiftStart#HANG_LOW], after a walk [LiftStart#RACK_LOW] |
/// | is lifted off it and comes back to it each time | [LiftStart#FLOOR] |
///
/// A turn on the floor is told from one in the air by the load cells, which the floor relieves, each turn for itself, and by the height of the one
/// turn whose height is known best, because the errors of all heights are one drift. Allocates nothing. Not thread-safe.
public final class StartFinder {
  /// Limits.
  ///
  /// @param hangsM      least height at which a bar surely hangs: one that bends lifts the hands by up to 17 mm before its plates leave the floor
  /// @param belowM      least depth below the rest of a lift out of a rack; hooks are shallower, any lift goes farther
  /// @param belowShare  least depth, as a share of the first rise: a bar that was only unhooked rose less than it sinks
  /// @param stepM       level way to the first rep of a lifter who walked; feet that shift go less far
  /// @param turnM       height of a turn in the air: of hands and plates above where they lay
  /// @param turnSpreadM its spread, one SD
  /// @param floorSdM    spread of a turn on the floor: bend, plates that bounce
  /// @param turnS       how long before and after a turn the floor may be felt
  /// @param touchS      how long the floor carries at the least
  /// @param relieved    least pull at the cells about a turn below which the floor carries, as a share of what hangs
  /// @param carried     and above which it does not
  /// @param mostLog     most that a height may say
  /// @param feltLog     what the cells' word on a turn says
  /// @param gravityMps2 standard gravity will do
  public record Params(double hangsM, double belowM, double belowShare, double stepM, double turnM, double turnSpreadM,
      double floorSdM, double turnS, double touchS, double relieved, double carried, double mostLog, double feltLog,
      double gravityMps2) {
    /// Chosen on random simulated sets and the numbers of domain literature.
    public static final Params DEFAULT = new Params(0.04, 0.1, 0.6, 0.3, 0.08, 0.04, 0.012, 0.15, 0.05, 0.5, 0.8, 4, 6,
        9.80665);
  }

  /// Two hands keep a bar more level; what tilts so far is a sensor in somebody's hand, and repeats no lift.
  private static final double LEVEL_RAD = 0.12;

  private final Params params;

  /// Judges by these limits.
  public StartFinder(Params params) {
    this.params = params;
  }

  /// Looks at the strokes of a segment that began where the bar rested.
  ///
  /// @return [LiftStart#UNKNOWN] where there are none, or where it is no bar that moves
  public LiftStart find(MotionCurve c, StrokeFinder s, LoadCurve loads) {
    if (s.count() == 0 || !isLevel(c)) {
      return LiftStart.UNKNOWN;
    }
    if (!s.up(0)) {
      return LiftStart.RACK;
    }
    double lowestM = Double.POSITIVE_INFINITY;
    double inAirLog = 0;
    int surest = -1;
    for (int k = 1; k < s.count(); k++) {
      if (s.up(k) && !s.up(k - 1)) {
        int turn = c.heightM(s.first(k)) < c.heightM(s.last(k - 1)) ? s.first(k) : s.last(k - 1);
        lowestM = Math.min(lowestM, c.heightM(turn) + 2 * Math.sqrt(c.heightVar(turn)));
        inAirLog += feltLog(c, s, loads, turn, k);
        surest = surest < 0 || c.heightVar(turn) < c.heightVar(surest) ? turn : surest;
      }
    }
    inAirLog += surest < 0 ? 0 : heightLog(c, surest);
    int first = s.first(0);
    double risenM = c.heightM(s.last(0)) - c.heightM(first);
    if (lowestM < -Math.max(params.belowM(), params.belowShare() * risenM)) {
      return LiftStart.RACK;
    }
    if (c.heightM(first) > params.hangsM()) {
      boolean walked = Math.hypot(c.acrossM(first), c.alongM(first)) > params.stepM();
      return walked ? LiftStart.RACK_LOW : LiftStart.HANG_LOW;
    }
    return inAirLog > 0 ? LiftStart.HANG : LiftStart.FLOOR;
  }

  private static boolean isLevel(MotionCurve c) {
    for (int i = 0; i < c.size(); i++) {
      if (Math.abs(c.tiltRad(i)) > LEVEL_RAD) {
        return false;
      }
    }
    return true;
  }

  /// What the height of a turn says for the air and against the floor.
  private double heightLog(MotionCurve c, int turn) {
    double h = c.heightM(turn);
    double airVar = params.turnSpreadM() * params.turnSpreadM() + c.heightVar(turn);
    double floorVar = params.floorSdM() * params.floorSdM() + c.heightVar(turn);
    double away = h - params.turnM();
    double log = 0.5 * (h * h / floorVar - away * away / airVar + Math.log(floorVar / airVar));
    return Math.clamp(log, -params.mostLog(), params.mostLog());
  }

  /// What the cells say of it, 0 without them: whether what hangs, m (g + a), is all felt by them.
  private double feltLog(MotionCurve c, StrokeFinder s, LoadCurve loads, int turn, int up) {
    double carriedN = 0;
    double hungMps2 = 0;
    for (int i = s.first(up); i <= s.last(up); i++) {
      carriedN += pullN(loads, i);
      hungMps2 += params.gravityMps2() + c.accelMps2(i);
    }
    double massKg = carriedN / hungMps2;
    double least = Double.POSITIVE_INFINITY;
    int to = Math.max(0, turn - 1);
    int from = to;
    while (from > 0 && c.secondsBetween(from, turn) < params.turnS()) {
      from--;
    }
    double pullN = 0;
    double weightN = 0;
    for (to = from; to < c.size() && c.secondsBetween(turn, to) < params.turnS(); to++) {
      pullN += pullN(loads, to);
      weightN += massKg * (params.gravityMps2() + c.accelMps2(to));
      if (c.secondsBetween(from, to) >= params.touchS()) {
        least = Math.min(least, pullN / weightN);
        pullN -= pullN(loads, from);
        weightN -= massKg * (params.gravityMps2() + c.accelMps2(from));
        from++;
      }
    }
    double carried = (least - params.relieved()) / (params.carried() - params.relieved());
    return Double.isFinite(least) ? params.feltLog() * (2 * Math.clamp(carried, 0, 1) - 1) : 0;
  }

  /// Pull of the sides that are known; NaN where none is, which compares with nothing.
  private static double pullN(LoadCurve loads, int i) {
    if (loads.known(0) && loads.known(1)) {
      return loads.pullN(0, i) + loads.pullN(1, i);
    }
    return loads.pullN(loads.known(0) ? 0 : 1, i);
  }
}
