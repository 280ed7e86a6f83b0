package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {
  /// What a single body does that meets the contact without gravity.
  private record Bounce(double reboundMps, double impulseNs, double peakN, double leastN, double lossJ) {}

  private static Bounce bounce(double stiffnessNpm, double restitution, double massKg, double speedMps, double stepS) {
    Contact contact = new Contact(stiffnessNpm, restitution, massKg);
    double x = 0;
    double v = speedMps;
    double impulse = 0;
    double peak = 0;
    double least = 0;
    double loss = 0;
    do {
      double force = contact.step(x, v, stepS);
      impulse += force * stepS;
      peak = Math.max(peak, force);
      least = Math.min(least, force);
      double before = v;
      v -= force / massKg * stepS;
      loss += force * (before + v) / 2 * stepS;
      x += v * stepS;
    } while (x > 0);
    return new Bounce(-v, impulse, peak, least, loss);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 60, 4e5, 1", "0.25, 75, 2.5e6, 3.3", "0.35, 60, 4e5, 3.3", "0.5, 6.7, 4e5, 0.5", "0.7, 70, 5e4, 2",
      "0.9, 20, 1e5, 0.1"})
  void shouldReboundByTheRestitutionWhateverTheBody(double e, double massKg, double stiffnessNpm, double speedMps) {
    Bounce bounce = bounce(stiffnessNpm, e, massKg, speedMps, 1e-6);
    Figures.tell("restitution, " + massKg + " kg, " + stiffnessNpm + " N/m, " + speedMps + " m/s", "" + e,
        bounce.reboundMps / speedMps, 4, "");
    assertEquals(e, bounce.reboundMps / speedMps, 0.003);
    assertEquals(massKg * (1 + e) * speedMps, bounce.impulseNs, 0.003 * bounce.impulseNs);
    assertEquals((1 - e * e) * massKg * speedMps * speedMps / 2, bounce.lossJ, 0.004 * massKg * speedMps * speedMps);
    assertEquals(0, bounce.leastN);
  }

  @Test
  void shouldPeakAsASpringDoesWhenNothingIsLost() {
    double peak = bounce(4e5, 0.95, 60, 2, 1e-6).peakN;
    double spring = 2 * Math.sqrt(4e5 * 60);
    Figures.tell("peak of a nearly elastic impact over v √(k m)", "1 ± 3 %", peak / spring, 4, "");
    assertEquals(1, peak / spring, 0.03);
  }

  @ParameterizedTest
  @CsvSource({"0.05", "0.25", "0.35", "0.6", "0.9"})
  void shouldKeepTheLawAtThePhysicsStepOverTheRangeOfFloors(double e) {
    double worst = 0;
    for (double stiffness = 5e4; stiffness <= 5e6; stiffness *= 2.1) {
      for (double mass : new double[]{5, 10, 25, 100, 300}) {
        // What takes longer than 0.15 s is no impact to the model.
        if (Math.PI * Math.sqrt(mass / stiffness) > 0.13) {
          continue;
        }
        for (double speed : new double[]{0.05, 0.5, 3.4}) {
          Bounce bounce = bounce(stiffness, e, mass, speed, Rig.STEP_S);
          worst = Math.max(worst, Math.abs(bounce.reboundMps / speed - e));
          assertTrue(bounce.reboundMps >= 0 && bounce.reboundMps <= speed, stiffness + " " + mass + " " + speed);
        }
      }
    }
    Figures.tell("restitution " + e + " at 12 kHz, worst over the knobs' range", "0 ± 0.04", worst, 3, "");
    assertEquals(0, worst, 0.04);
  }

  /// A body that is laid on the floor must come to rest: no chatter, no creeping energy, for each floor and body that can be asked for.
  @ParameterizedTest
  @CsvSource({"0.05", "0.35", "0.9"})
  void shouldComeToRestWhenABodyIsLaidDown(double e) {
    for (double stiffness = 5e4; stiffness <= 5e6; stiffness *= 3) {
      for (double mass : new double[]{0.3, 1.25, 6.7, 50, 300}) {
        Contact contact = new Contact(stiffness, e, mass);
        double sag = mass * 9.81 / stiffness;
        // Where the floor gives way by more than it does in any gym, the bar goes on sinking for seconds.
        if (sag > 0.005) {
          continue;
        }
        double x = 0;
        double v = 0.01;
        double first = 0;
        double last = 0;
        for (int i = 0; i < 12_000 * 6; i++) {
          v += (9.81 - contact.step(x, v, Rig.STEP_S) / mass) * Rig.STEP_S;
          x += v * Rig.STEP_S;
          double off = Math.abs(x - sag);
          first = i < 8_000 ? Math.max(first, off) : first;
          last = i > 12_000 * 6 - 8_000 ? Math.max(last, off) : last;
        }
        String which = stiffness + " N/m, " + mass + " kg";
        assertTrue(first < 1.5 * (sag + 0.01 * Math.sqrt(mass / stiffness)) + 0.01 * Rig.STEP_S, "thrown: " + which);
        assertTrue(last < (e > 0.5 ? 0.7 : 0.3) * first, which + ": " + first + " to " + last);
      }
    }
  }
}
