package io.plumbline.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhipTest {
  private static final double COLLAR_M = 0.655;

  /// Frequency and damping ratio of a signal that rings about zero: upward zero crossings and the peaks between them.
  private record Ring(double hertz, double dampingRatio) {
    static Ring of(double[] signal) {
      double first = Double.NaN;
      double last = Double.NaN;
      int periods = -1;
      double[] peaks = new double[signal.length];
      for (int i = 1; i < signal.length; i++) {
        if (signal[i - 1] < 0 && signal[i] >= 0) {
          last = i - signal[i] / (signal[i] - signal[i - 1]);
          first = Double.isNaN(first) ? last : first;
          periods++;
        }
        if (periods >= 0) {
          peaks[periods] = Math.max(peaks[periods], signal[i]);
        }
      }
      // The last period may be cut off.
      double decrement = Math.log(peaks[0] / peaks[periods - 1]) / (periods - 1) / (2 * Math.PI);
      return new Ring(periods / ((last - first) * Rig.STEP_S), decrement / Math.sqrt(1 + decrement * decrement));
    }
  }

  /// The symmetric and the antisymmetric part of the bend, about their mean.
  private static double[] record(Rig rig, double seconds, boolean symmetric, boolean clamped) {
    double[] bend = new double[(int) (seconds / Rig.STEP_S)];
    double[] place = rig.bar.position.clone();
    for (int i = 0; i < bend.length; i++) {
      rig.step();
      if (clamped) {
        clamp(rig, place);
      }
      bend[i] = rig.bar.bendM(0) + (symmetric ? 1 : -1) * rig.bar.bendM(1);
    }
    return bend;
  }

  private static void clamp(Rig rig, double[] place) {
    System.arraycopy(place, 0, rig.bar.position, 0, 3);
    Arrays.fill(rig.bar.velocity, 0);
    Arrays.fill(rig.bar.angle, 0);
    Arrays.fill(rig.bar.angleRate, 0);
  }

  @ParameterizedTest
  @CsvSource({"46.7, true", "46.7, false", "106.7, true", "106.7, false", "156.7, true", "156.7, false"})
  void shouldRingAsTheEigenvaluesSayWhenFreeInTheAir(double sleeveKg, boolean symmetric) {
    Rig rig = new Rig(Rig.heavySleeves(sleeveKg, 0), Rig.RUBBER, 0, 0);
    rig.raise(100);
    rig.bar.sides[0].sleeveZ += 0.004;
    rig.bar.sides[1].sleeveZ += symmetric ? 0.004 : -0.004;
    Ring ring = Ring.of(record(rig, 2, symmetric, false));
    Beam beam = rig.bar.beam();
    // Equations of the free bar: a shaft of 6.6 kg, a thin rod between the collars, and two masses.
    double shaftKg = 6.6;
    double stiffness = beam.stiffnessNpm(0, 0) + (symmetric ? 1 : -1) * beam.stiffnessNpm(0, 1);
    double x = beam.loadXM(1);
    double inertia = shaftKg * 4 * COLLAR_M * COLLAR_M / 12;
    double inverseKg = 1 / sleeveKg + (symmetric ? 2 / shaftKg : 2 * x * x / inertia);
    double hertz = Math.sqrt(stiffness * inverseKg) / (2 * Math.PI);
    Figures.tell((symmetric ? "symmetric" : "antisymmetric") + " whip, free, " + sleeveKg + " kg a side",
        String.format("%.3f Hz", hertz), ring.hertz, 3, "Hz");
    assertEquals(hertz, ring.hertz, 1e-3 * hertz);
  }

  @ParameterizedTest
  @CsvSource({"40, 0.015, true", "100, 0.015, true", "150, 0.015, true", "100, 0.005, true", "100, 0.03, true",
      "100, 0.015, false"})
  void shouldWhipAsPublishedWhenTheShaftIsHeldFast(double sideKg, double dampingRatio, boolean symmetric) {
    Rig rig = new Rig(Rig.heavySleeves(sideKg + 6.7, dampingRatio), Rig.RUBBER, 0, 0);
    rig.raise(1);
    sag(rig);
    rig.bar.sides[0].sleeveVz = 0.1;
    rig.bar.sides[1].sleeveVz = symmetric ? 0.1 : -0.1;
    double[] bend = record(rig, 4, symmetric, true);
    double middle = symmetric ? -2 * rig.bar.gravityMps2() * (sideKg + 6.7) / stiffness(rig, true) : 0;
    Ring ring = Ring.of(Arrays.stream(bend).map(b -> b - middle).toArray());
    double hertz = Math.sqrt(stiffness(rig, symmetric) / (sideKg + 6.7)) / (2 * Math.PI);
    Figures.tell("whip, shaft held fast, " + sideKg + " kg a side, " + (symmetric ? "both" : "in turn"),
        String.format("%.3f Hz", hertz), ring.hertz, 3, "Hz");
    Figures.tell("damping ratio, " + sideKg + " kg a side, " + (symmetric ? "both" : "in turn"), "" + dampingRatio,
        ring.dampingRatio, 4, "");
    assertEquals(hertz, ring.hertz, 2e-3 * hertz);
    double expected = dampingRatio * Math.sqrt(stiffness(rig, symmetric) / stiffness(rig, true));
    assertEquals(expected, ring.dampingRatio, 0.03 * expected);
  }

  private static double stiffness(Rig rig, boolean symmetric) {
    return rig.bar.beam().stiffnessNpm(0, 0) + (symmetric ? 1 : -1) * rig.bar.beam().stiffnessNpm(0, 1);
  }

  private static void sag(Rig rig) {
    for (Side side : rig.bar.sides) {
      double sagM = rig.bar.gravityMps2() * side.massKg() / stiffness(rig, true);
      side.sleeveZ -= sagM;
      side.plateZ -= sagM;
    }
  }

  /// With true plates, in whose bores the sleeves press, the same within a per cent.
  @ParameterizedTest
  @CsvSource({"40", "100", "150"})
  void shouldWhipAlikeWhenPlatesHangWithPlay(double sideKg) {
    Rig rig = new Rig(Rig.olympicBar(), Rig.RUBBER, sideKg, sideKg);
    rig.raise(1);
    sag(rig);
    double[] place = rig.bar.position.clone();
    for (int i = 0; i < 12_000 * 6; i++) {
      rig.step();
      clamp(rig, place);
    }
    double rest = rig.bar.bendM(0) + rig.bar.bendM(1);
    for (Side side : rig.bar.sides) {
      side.sleeveVz = 0.1;
      side.plateVz = 0.1;
    }
    Ring ring = Ring.of(Arrays.stream(record(rig, 3, true, true)).map(b -> b - rest).toArray());
    double hertz = Math.sqrt(stiffness(rig, true) / (sideKg + 6.7)) / (2 * Math.PI);
    Figures.tell("whip of plates with play, shaft held fast, " + sideKg + " kg a side",
        String.format("%.3f Hz, domain 3–9 Hz", hertz), ring.hertz, 3, "Hz");
    assertEquals(hertz, ring.hertz, 0.012 * hertz);
    assertTrue(ring.hertz > 2.9 && ring.hertz < 9, ring.toString());
  }

  /// The arms are springs and dampers too. Root of the characteristic equation of shaft and two masses by Newton's method.
  @ParameterizedTest
  @CsvSource({"40", "100", "150"})
  void shouldRingAsTheCharacteristicEquationSaysWhenHandsHoldIt(double sideKg) {
    double kg = sideKg + 6.7;
    Rig rig = new Rig(Rig.heavySleeves(kg, 0.015), Rig.RUBBER, 0, 0);
    rig.raise(1);
    rig.hold();
    rig.run(4);
    double rest = rig.bar.bendM(0) + rig.bar.bendM(1);
    rig.bar.sides[0].sleeveVz = 0.1;
    rig.bar.sides[1].sleeveVz = 0.1;
    Ring ring = Ring.of(Arrays.stream(record(rig, 1.8, true, false)).map(b -> b - rest).toArray());
    double k = stiffness(rig, true);
    double c = 2 * 0.015 * Math.sqrt(k * kg);
    double hands = 150_000;
    double handC = 2 * 0.5 * Math.sqrt(hands * rig.bar.massKg());
    double[] root = Complex.root(s -> {
      double[] spring = Complex.add(new double[]{k, 0}, Complex.times(s, c));
      double[] inertia = Complex.times(Complex.multiply(s, s), kg);
      double[] sleeve = Complex.divide(Complex.multiply(spring, inertia), Complex.add(inertia, spring));
      double[] shaft = Complex.times(Complex.multiply(s, s), 6.6);
      return Complex.add(Complex.add(shaft, Complex.add(new double[]{hands, 0}, Complex.times(s, handC))),
          Complex.times(sleeve, 2));
    }, new double[]{-1, Math.sqrt(k / kg)});
    double hertz = root[1] / (2 * Math.PI);
    double damping = -root[0] / Math.hypot(root[0], root[1]);
    Figures.tell("whip in the hands, " + sideKg + " kg a side", String.format("%.2f Hz", hertz), ring.hertz, 2, "Hz");
    Figures.tell("damping ratio in the hands, " + sideKg + " kg a side", String.format("%.3f", damping),
        ring.dampingRatio, 3, "");
    assertEquals(hertz, ring.hertz, 0.02 * hertz);
    assertEquals(damping, ring.dampingRatio, 0.1 * damping);
  }
}
