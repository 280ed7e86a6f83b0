package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.simulator.scenario.Place;
import org.junit.jupiter.api.Test;

/// Energy and momentum.
class BalanceTest {
  @Test
  void shouldKeepItsEnergyWhenThrownRingingAndTurning() {
    Rig rig = new Rig(Rig.heavySleeves(56.7, 0), Rig.RUBBER, 0, 0);
    rig.raise(60);
    rig.bar.velocity[2] = 12;
    rig.bar.sides[0].sleeveVz = 12.6;
    rig.bar.sides[1].sleeveVz = 11.8;
    rig.bar.sides[0].sleeveVy = 0.4;
    rig.bar.angleRate[1] = 0.3;
    rig.bar.angleRate[2] = -0.2;
    rig.evaluate();
    double first = Energy.of(rig.bar);
    double worst = 0;
    double bend = 0;
    for (int i = 0; i < 12_000 * 3; i++) {
      rig.bar.integrate(Rig.STEP_S);
      rig.evaluate();
      worst = Math.max(worst, Math.abs(Energy.of(rig.bar) - first));
      bend = Math.max(bend, Math.abs(rig.bar.bendM(0)));
    }
    // Of what goes to and fro: 12 m/s upwards and downwards again.
    double exchanged = 0.5 * rig.bar.massKg() * 144;
    Figures.tell("energy of an undamped bar, thrown, over 3 s, worst change of what is exchanged", "0 ± 0.1 %",
        100 * worst / exchanged, 4, "%");
    assertTrue(worst < 1e-3 * exchanged, worst + " J of " + exchanged + " J");
    assertTrue(bend > 0.003, "it must ring: " + bend);
  }

  @Test
  void shouldRingWithoutLossOrGainWhenUndamped() {
    Rig rig = new Rig(Rig.heavySleeves(56.7, 0), Rig.RUBBER, 0, 0);
    rig.raise(200);
    rig.bar.sides[0].sleeveVz = 0.4;
    rig.bar.sides[1].sleeveVz = 0.4;
    double early = 0;
    double late = 0;
    for (int i = 0; i < 12_000 * 5; i++) {
      rig.step();
      double bend = Math.abs(rig.bar.bendM(0));
      early = i < 12_000 ? Math.max(early, bend) : early;
      late = i >= 12_000 * 4 ? Math.max(late, bend) : late;
    }
    Figures.tell("whip of an undamped bar after 4 s over its beginning", "1 ± 0.002", late / early, 5, "");
    assertEquals(1, late / early, 2e-3);
  }

  @Test
  void shouldGainTheWorkOfTheHandsWhenLiftedUnevenly() {
    Rig rig = new Rig(Rig.heavySleeves(46.7, 0), Rig.RUBBER, 0, 0);
    rig.raise(0.5);
    rig.hold();
    rig.run(1);
    rig.evaluate();
    double before = Energy.of(rig.bar);
    double work = 0;
    for (int i = 0; i < 12_000; i++) {
      double s = i * Rig.STEP_S;
      for (int hand = 0; hand < 2; hand++) {
        rig.hands.zMps[hand] = hand == 0 ? 0.5 : 0.46;
        rig.hands.zM[hand] += rig.hands.zMps[hand] * Rig.STEP_S;
        rig.hands.yMps[hand] = 0.1 * Math.cos(4 * s);
        rig.hands.yM[hand] += rig.hands.yMps[hand] * Rig.STEP_S;
      }
      rig.evaluate();
      double[] z = {handM(rig, 0, 2), handM(rig, 1, 2)};
      double[] y = {handM(rig, 0, 1), handM(rig, 1, 1)};
      rig.bar.integrate(Rig.STEP_S);
      for (int hand = 0; hand < 2; hand++) {
        work += rig.hands.upwardN(hand) * (handM(rig, hand, 2) - z[hand])
            + rig.hands.forwardN(hand) * (handM(rig, hand, 1) - y[hand]);
      }
    }
    rig.evaluate();
    double gained = Energy.of(rig.bar) - before;
    Figures.tell("energy gained over the hands' work in a lift of 0.5 m", "1 ± 0.001", gained / work, 5, "");
    assertTrue(work > 100);
    assertEquals(work, gained, 1e-3 * work);
  }

  /// Where a hand is, from the angles alone.
  private static double handM(Rig rig, int hand, int axis) {
    double x = hand == 0 ? -0.28 : 0.28;
    double tilt = rig.bar.angleRad(1);
    return rig.bar.positionM(axis)
        + x * (axis == 2 ? -Math.sin(tilt) : Math.cos(tilt) * Math.sin(rig.bar.angleRad(2)));
  }

  /// Off the floor, up, let fall, bounce: every newton second is accounted for.
  @Test
  void shouldChangeItsMomentumByTheImpulsesWhenLiftedAndDropped() {
    Rig rig = new Rig(Rig.olympicBar(), Rig.RUBBER, 62.5, 60);
    rig.run(1);
    double first = rig.momentumNs(2);
    double weight = rig.bar.massKg() * rig.bar.gravityMps2();
    double impulse = 0;
    double throughput = 0;
    rig.hands.grip = 1;
    for (int i = 0; i < 12_000 * 2; i++) {
      double s = i * Rig.STEP_S;
      rig.hands.grip = s < 0.9 ? 1 : 0;
      rig.hands.feedN[0] = weight * 0.62 * Math.min(1, s / 0.3);
      rig.hands.feedN[1] = weight * 0.6 * Math.min(1, s / 0.3);
      rig.evaluate();
      double force = rig.hands.upwardN() + rig.floorN() - weight;
      impulse += force * Rig.STEP_S;
      throughput += Math.abs(force) * Rig.STEP_S;
      rig.bar.integrate(Rig.STEP_S);
    }
    double off = impulse - (rig.momentumNs(2) - first);
    Figures.tell("impulse less change of momentum, of the impulse that went through", "0 ± 1e-9",
        off / throughput * 1e9,
        3, "1e-9");
    assertTrue(throughput > 300, "it must have moved: " + throughput);
    assertEquals(0, off, 1e-9 * throughput);
  }

  @Test
  void shouldChangeItsForwardMomentumByTheImpulsesWhenHeldInTheAir() {
    Rig rig = new Rig(Rig.olympicBar(), Rig.RUBBER, 50, 55);
    rig.raise(0.6);
    rig.hold();
    rig.run(0.5);
    double first = rig.momentumNs(1);
    double impulse = 0;
    double fastest = 0;
    for (int i = 0; i < 12_000; i++) {
      rig.disturbance.plateForwardN[1] = i < 400 ? 300 : 0;
      rig.disturbance.shaftForwardN = i < 800 ? -60 : 0;
      rig.disturbance.shaftXM = 0.4;
      rig.evaluate();
      impulse += (rig.hands.forwardN(0) + rig.hands.forwardN(1) + rig.disturbance.plateForwardN[1]
          + rig.disturbance.shaftForwardN) * Rig.STEP_S;
      rig.bar.integrate(Rig.STEP_S);
      fastest = Math.max(fastest, Math.abs(rig.momentumNs(1)));
    }
    assertTrue(fastest > 2, "it must have moved: " + fastest);
    assertEquals(impulse, rig.momentumNs(1) - first, 1e-9);
  }

  /// Kicked plates slide first and roll then. Friction acts on the floor: about a line there the angular momentum of the kick stays.
  @Test
  void shouldRollWithoutSlippingWhenKicked() {
    Place place = Rig.place(4e5, 0.35, 0.7);
    Rig rig = new Rig(Rig.olympicBar(), place, 40, 40);
    rig.run(1);
    double kickNs = 2 * 60;
    double kickS = 0.02;
    double forwardNs = 0;
    double slid = 0;
    for (int i = 0; i < 12_000 * 0.6; i++) {
      double force = i * Rig.STEP_S < kickS ? kickNs / kickS / 2 : 0;
      rig.disturbance.plateForwardN[0] = force;
      rig.disturbance.plateForwardN[1] = force;
      rig.evaluate();
      forwardNs += 2 * force * Rig.STEP_S;
      rig.bar.integrate(Rig.STEP_S);
      slid = Math.max(slid, rig.bar.sides[0].plateVy + rig.bar.sides[0].spin * 0.225);
    }
    double v = rig.bar.sides[0].plateVy;
    double spin = rig.bar.sides[0].spin;
    double plates = 40;
    double expected = forwardNs / (rig.bar.massKg() + 0.5 * 2 * plates);
    double slip = v + spin * 0.225;
    double ratio = plates * v * v / (0.5 * plates * 0.225 * 0.225 * spin * spin);
    Figures.tell("kicked bar: speed over that from angular momentum", "1 less rolling resistance (5 %)", v / expected,
        3, "");
    Figures.tell("kicked bar: slip once it rolls, over its speed", "0 ± 0.01", slip / v, 4, "");
    Figures.tell("kicked bar: discs' energy of translation over rotation", "2 ± 0.05", ratio, 3, "");
    assertTrue(slid > 0.5, "it must slide first: " + slid);
    assertEquals(0, slip, 0.01 * v);
    assertEquals(2, ratio, 0.05);
    assertEquals(expected, v, 0.06 * expected);
  }
}
