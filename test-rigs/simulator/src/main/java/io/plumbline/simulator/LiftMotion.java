package io.plumbline.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Where the bar is in a set, at any instant: the plan turned into curves. Immutable once built.
final class LiftMotion {
  /// From the first touch to lying still: the plates give way by a millimetre or two and come back.
  private static final double COMPRESS_S = 0.02;
  private static final double RECOVER_S = 0.06;
  private static final double CONTACT_S = COMPRESS_S + RECOVER_S;
  /// Share of the tension time in which the force rises; after it the lifter waits for the plates to settle.
  private static final double RAMP = 0.8;
  private static final double SLOWEST_MPS = 0.05;

  private record PhaseStart(double timeS, Phase phase) {}

  private final VelocityCurve x;
  private final VelocityCurve y;
  private final VelocityCurve z;
  private final VelocityCurve roll;
  private final VelocityCurve tilt;
  private final VelocityCurve hung;
  private final List<PhaseStart> phases;

  /// @param startS when the rest before the first rep begins
  /// @param random of the differences between reps
  LiftMotion(LiftPlan plan, double startS, Random random) {
    Curves curves = new Curves(startS);
    Tempo tempo = plan.tempo();
    curves.still(Phase.REST, tempo.restBeforeS());
    for (int rep = 0; rep < plan.reps(); rep++) {
      curves.rep(plan, rep, random);
      curves.still(Phase.FLOOR, rep < plan.reps() - 1 ? tempo.pauseS() : tempo.restAfterS() / 2);
    }
    curves.still(Phase.REST, tempo.restAfterS() / 2);
    x = curves.x.build();
    y = curves.y.build();
    z = curves.z.build();
    roll = curves.roll.build();
    tilt = curves.tilt.build();
    hung = curves.hung.build();
    phases = List.copyOf(curves.phases);
  }

  double endS() {
    return z.endS();
  }

  void at(double timeS, Kinematics out) {
    x.at(timeS, out.x);
    y.at(timeS, out.y);
    z.at(timeS, out.z);
    roll.at(timeS, out.rollRad);
    tilt.at(timeS, out.tiltRad);
    hung.at(timeS, out.hung);
    out.phase = phaseAt(timeS);
    out.update();
  }

  private Phase phaseAt(double timeS) {
    int low = 0;
    int high = phases.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (phases.get(middle).timeS() <= timeS) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return phases.get(low).phase();
  }

  /// The curves while they grow; each step lengthens all of them by the same time.
  private static final class Curves {
    final VelocityCurve.Builder x;
    final VelocityCurve.Builder y;
    final VelocityCurve.Builder z;
    final VelocityCurve.Builder roll;
    final VelocityCurve.Builder tilt;
    final VelocityCurve.Builder hung;
    final List<PhaseStart> phases = new ArrayList<>();
    private double nowS;

    Curves(double startS) {
      nowS = startS;
      x = new VelocityCurve.Builder(startS, 0);
      y = new VelocityCurve.Builder(startS, 0);
      z = new VelocityCurve.Builder(startS, 0);
      roll = new VelocityCurve.Builder(startS, 0);
      tilt = new VelocityCurve.Builder(startS, 0);
      hung = new VelocityCurve.Builder(startS, 0);
    }

    void begin(Phase phase, double durationS) {
      if (phases.isEmpty() || phases.getLast().phase() != phase) {
        phases.add(new PhaseStart(nowS, phase));
      }
      nowS += durationS;
    }

    void still(Phase phase, double durationS) {
      begin(phase, durationS);
      z.hold(durationS);
      holdSideways(durationS);
      hung.hold(durationS);
    }

    private void holdSideways(double durationS) {
      x.hold(durationS);
      y.hold(durationS);
      roll.hold(durationS);
      tilt.hold(durationS);
    }

    void rep(LiftPlan plan, int rep, Random random) {
      Tempo tempo = plan.tempo();
      double wantedMps = (plan.velocityMps() - rep * plan.velocityLossMps()) * (1 + 0.02 * random.nextGaussian());
      double ascentS = plan.romM() / Math.max(SLOWEST_MPS, wantedMps);
      double driftM = plan.driftM() * (1 + 0.2 * random.nextGaussian());
      double lateralM = 0.004 * random.nextGaussian();
      double rollRad = StrictMath.toRadians(5 + 2 * random.nextGaussian());
      double tiltRad = StrictMath.toRadians(0.4 * random.nextGaussian());
      double landedYM = 0.002 * random.nextGaussian();
      double landedXM = 0.002 * random.nextGaussian();

      begin(Phase.TENSION, tempo.tensionS());
      z.hold(tempo.tensionS());
      holdSideways(tempo.tensionS());
      hung.move(1, RAMP * tempo.tensionS()).hold((1 - RAMP) * tempo.tensionS());

      begin(Phase.ASCENT, ascentS);
      rise(plan, ascentS);
      y.move(driftM, 0.45 * ascentS).move(-0.6 * driftM, 0.55 * ascentS);
      x.move(lateralM, ascentS);
      roll.move(rollRad, ascentS);
      tilt.move(tiltRad, 0.5 * ascentS).move(-tiltRad, 0.5 * ascentS);
      hung.hold(ascentS);

      still(Phase.LOCKOUT, tempo.lockoutS());

      begin(Phase.DESCENT, tempo.descentS());
      lower(plan);
      y.move(-0.4 * driftM + landedYM, tempo.descentS());
      x.move(-lateralM + landedXM, tempo.descentS());
      roll.move(-rollRad, tempo.descentS());
      tilt.hold(tempo.descentS());
      hung.hold(tempo.descentS());

      begin(Phase.FLOOR, CONTACT_S);
      z.glideTo(plan.touchDownMps() * COMPRESS_S / CONTACT_S, COMPRESS_S).glideTo(0, RECOVER_S);
      holdSideways(CONTACT_S);
      hung.move(-1, CONTACT_S);
    }

    /// Two pushes with the sticking region between them.
    private void rise(LiftPlan plan, double ascentS) {
      double stuck = 1 - plan.sticking();
      double area = 0.25 / 2 + (0.25 + 0.28) * (1 + stuck) / 2 + 0.22 / 2;
      double peakMps = plan.romM() / ascentS / area;
      z.glideTo(peakMps, 0.25 * ascentS).glideTo(stuck * peakMps, 0.25 * ascentS).glideTo(peakMps, 0.28 * ascentS)
          .glideTo(0, 0.22 * ascentS);
    }

    private void lower(LiftPlan plan) {
      double descentS = plan.tempo().descentS();
      double fastestMps = (plan.romM() / descentS - 0.3 * plan.touchDownMps()) / 0.5;
      z.glideTo(-fastestMps, 0.4 * descentS).glideTo(-plan.touchDownMps(), 0.6 * descentS);
    }
  }
}
