package io.plumbline.core.rep;

import io.plumbline.core.motion.MotionCurve;
import io.plumbline.core.sample.BarSetup;

/// What the lifter gave in the concentric phase: power, work, force and impulse, from the hands' force that the load cells tell, or, without
/// them, from an entered load by m (g + a). Not thread-safe.
final class PowerMeter {
  private final BarSetup setup;

  PowerMeter(BarSetup setup) {
    this.setup = setup;
  }

  /// Needs the load of the rep, weighed before where that can be.
  void measure(MotionCurve c, LoadCurve loads, RepSpan span, RepMeasures rep) {
    boolean cells = !Double.isNaN(rep.loadTotalKg);
    double massKg = cells ? rep.loadTotalKg : setup.enteredLoadKg();
    if (Double.isNaN(massKg) || span.end <= span.start) {
      return;
    }
    double half = 0.5 * (c.heightM(span.start) + c.heightM(span.end));
    double impulse = 0;
    double work = 0;
    double seconds = 0;
    double peakPower = Double.NEGATIVE_INFINITY;
    double peakForce = Double.NEGATIVE_INFINITY;
    for (int i = span.start; i <= span.end; i++) {
      double measured = cells ? loads.handsN(c, i) : Double.NaN;
      // A gap of the cells is bridged by the mass they weighed.
      double force = Double.isNaN(measured) ? massKg * (setup.gravityMps2() + c.accelMps2(i)) : measured;
      double s = 0.5 * c.secondsBetween(Math.max(i - 1, span.start), Math.min(i + 1, span.end));
      double power = force * c.velocityMps(i);
      impulse += force * s;
      work += power * s;
      seconds += s;
      peakPower = Math.max(peakPower, power);
      if (c.heightM(i) <= half) {
        peakForce = Math.max(peakForce, force);
      }
    }
    rep.impulseNs = impulse;
    rep.meanPowerW = work / seconds;
    rep.peakPowerW = peakPower;
    double kinetic = 0.5 * massKg * (sq(c.velocityMps(span.end)) - sq(c.velocityMps(span.start)));
    rep.workJ = massKg * setup.gravityMps2() * (c.heightM(span.end) - c.heightM(span.start)) + kinetic;
    // The slack's force may have been larger before.
    rep.peakForceN = rep.peakForceN > peakForce ? rep.peakForceN : peakForce;
  }

  private static double sq(double v) {
    return v * v;
  }
}
