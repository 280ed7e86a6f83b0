package io.plumbline.simulator.lifter;

import io.plumbline.simulator.physics.Disturbance;
import io.plumbline.simulator.scenario.Incident;

/// Moves that are no rep.
final class Incidents {
  private Incidents() {}

  /// The move for an incident with the bar lying or, where it can be, held.
  static Move of(Incident incident, boolean held) {
    return switch (incident.kind()) {
      case PLATE -> new PlateMove(incident, usual(incident, 1.6));
      case ROLL -> new Roll(incident);
      case KICK -> new Kick(incident);
      case STEP -> new Step(incident.size(), usual(incident, 0.4 + 0.8 * Math.abs(incident.size())));
      case REGRIP -> new Regrip(incident, held);
      case PHONE -> new Phone(incident);
      case PLATE_DROPPED_NEARBY -> new FloorShock(incident);
      case CARRY -> throw new IllegalArgumentException("is several moves");
    };
  }

  private static double usual(Incident incident, double otherwiseS) {
    return incident.durationS() > 0 ? Math.max(0.05, incident.durationS()) : otherwiseS;
  }

  /// A half sine of force that gives this impulse in the time.
  static double knock(double impulseNs, double s, double durationS) {
    return s < 0 || s > durationS
        ? 0
        : impulseNs * StrictMath.PI / (2 * durationS) * StrictMath.sin(StrictMath.PI * s / durationS);
  }

  /// The bar is rolled over the floor.
  private static final class Roll extends Move {
    private final Incident incident;
    private final double durationS;
    private double fromY;

    Roll(Incident incident) {
      super(Stage.OTHER);
      this.incident = incident;
      this.durationS = usual(incident, 1.2 + 2 * Math.abs(incident.size()));
    }

    @Override
    void begin(Scene scene) {
      scene.takeHold();
      fromY = scene.will.y;
      scene.will.feedN = 0;
    }

    @Override
    boolean step(Scene scene, double s) {
      Will will = scene.will;
      scene.followUpward();
      double share = s / durationS;
      will.grip = 0.6 * Curves.step(s / 0.2) * Curves.step((durationS - s) / 0.2 + 0.001);
      will.holdY = 0.5;
      will.y = fromY + incident.size() * Curves.jerkless(share);
      will.vy = incident.size() * Curves.jerklessSlope(share) / durationS;
      // The shaft goes round with the sleeves' drag; the fingers hardly hold it.
      will.roll = scene.bar.angleRad(0);
      if (s >= durationS) {
        will.vy = 0;
        will.grip = 0;
        return true;
      }
      return false;
    }
  }

  /// A foot hits the plates of a side, or of both.
  private static final class Kick extends Move {
    private static final double CONTACT_S = 0.025;
    private static final double ROLLS_ON_S = 2.5;
    private final Incident incident;

    Kick(Incident incident) {
      super(Stage.OTHER);
      this.incident = incident;
    }

    @Override
    void begin(Scene scene) {
      scene.will.grip = 0;
    }

    @Override
    boolean step(Scene scene, double s) {
      double force = knock(incident.size(), s, CONTACT_S);
      scene.disturbance.plateForwardN[0] = incident.side() < 0 ? force : incident.side() == 0 ? force / 2 : 0;
      scene.disturbance.plateForwardN[1] = incident.side() > 0 ? force : incident.side() == 0 ? force / 2 : 0;
      return s >= ROLLS_ON_S;
    }
  }

  /// A step with the bar held: it goes with the body, swings a little to the standing leg and down and up.
  static final class Step extends Move {
    private static final double BOB_M = 0.012;
    private static final double SWING_M = 0.01;
    private final double sizeM;
    private final double durationS;
    private double fromY;
    private double fromZ;
    private double fromX;
    private double side;

    Step(double sizeM, double durationS) {
      super(Stage.OTHER);
      this.sizeM = sizeM;
      this.durationS = durationS;
    }

    @Override
    void begin(Scene scene) {
      fromY = scene.will.y;
      fromZ = scene.will.z;
      fromX = scene.will.x;
      side = scene.random.nextBoolean() ? 1 : -1;
    }

    @Override
    boolean step(Scene scene, double s) {
      Will will = scene.will;
      double share = Math.min(1, s / durationS);
      will.y = fromY + sizeM * Curves.jerkless(share);
      will.vy = sizeM * Curves.jerklessSlope(share) / durationS;
      double wave = StrictMath.sin(StrictMath.PI * share);
      double slope = 2 * StrictMath.PI * wave * StrictMath.cos(StrictMath.PI * share) / durationS;
      will.z = fromZ - BOB_M * wave * wave;
      will.vz = -BOB_M * slope;
      will.x = fromX + side * SWING_M * wave * wave;
      will.vx = side * SWING_M * slope;
      will.tilt = side * 0.006 * wave * wave;
      if (s >= durationS) {
        will.vx = 0;
        will.vy = 0;
        will.vz = 0;
        return true;
      }
      return false;
    }
  }

  /// Steps of a usual length, as many as it takes.
  static final class Walk extends Move {
    private static final double STEP_M = 0.3;
    private static final double STEP_S = 0.65;
    private final double eachM;
    private int left;
    private Step step;

    Walk(double wayM) {
      super(Stage.OTHER);
      this.left = (int) Math.max(1, Math.rint(Math.abs(wayM) / STEP_M));
      this.eachM = wayM / left;
      this.step = new Step(eachM, STEP_S);
    }

    @Override
    void begin(Scene scene) {}

    @Override
    boolean step(Scene scene, double s) {
      if (!step.advance(scene)) {
        return false;
      }
      left--;
      step = new Step(eachM, STEP_S);
      return left == 0;
    }
  }

  /// Hands off and on again, the shaft turned meanwhile; with the bar held, one hand after the other.
  private static final class Regrip extends Move {
    private final Incident incident;
    private final boolean held;
    private final double durationS;
    private double fromRoll;

    Regrip(Incident incident, boolean held) {
      super(Stage.OTHER);
      this.incident = incident;
      this.held = held;
      this.durationS = usual(incident, 1.5);
    }

    @Override
    void begin(Scene scene) {
      if (!held) {
        scene.takeHold();
      }
      fromRoll = scene.will.roll;
    }

    @Override
    boolean step(Scene scene, double s) {
      Will will = scene.will;
      double share = s / durationS;
      will.roll = fromRoll + StrictMath.toRadians(incident.size()) * Curves.jerkless(share);
      if (held) {
        will.tilt = 0.015 * StrictMath.sin(2 * StrictMath.PI * Math.min(1, share));
      } else {
        scene.followUpward();
        will.grip = Curves.step(2 * Math.abs(share - 0.5));
        scene.disturbance.shaftXM = -0.3;
        scene.disturbance.shaftForwardN = knock(0.8, s - 0.2 * durationS, 0.05)
            + knock(-0.8, s - 0.8 * durationS, 0.05);
      }
      if (s >= durationS) {
        scene.disturbance.clear();
        return true;
      }
      return false;
    }
  }

  /// A phone buzzes on the shaft, 0.4 s on, 0.6 s off.
  private static final class Phone extends Move {
    private static final double MOTOR_HZ = 172;
    private final Incident incident;
    private final double durationS;

    Phone(Incident incident) {
      super(Stage.OTHER);
      this.incident = incident;
      this.durationS = usual(incident, 3);
    }

    @Override
    void begin(Scene scene) {}

    @Override
    boolean step(Scene scene, double s) {
      boolean on = s % 1 < 0.4 && s < durationS;
      double shaftKg = scene.scenario.bar().massKg() - 2 * scene.scenario.bar().outboardKg();
      scene.disturbance.shaftXM = 0.1;
      scene.disturbance.shaftUpwardN = on
          ? incident.size() * shaftKg * StrictMath.sin(2 * StrictMath.PI * MOTOR_HZ * s)
          : 0;
      return s >= durationS;
    }
  }

  /// The floor shakes: a ring that dies away.
  private static final class FloorShock extends Move {
    private static final double RING_HZ = 28;
    private static final double FADE_S = 0.07;
    private static final double LASTS_S = 0.8;
    private final Incident incident;

    FloorShock(Incident incident) {
      super(Stage.OTHER);
      this.incident = incident;
    }

    @Override
    void begin(Scene scene) {}

    @Override
    boolean step(Scene scene, double s) {
      double omega = 2 * StrictMath.PI * RING_HZ;
      double amplitude = incident.size() / (omega * omega) * StrictMath.exp(-s / FADE_S) * Curves.step(s / 0.004);
      scene.disturbance.floorM = amplitude * StrictMath.sin(omega * s);
      scene.disturbance.floorMps = amplitude * (omega * StrictMath.cos(omega * s) - StrictMath.sin(omega * s) / FADE_S);
      if (s >= LASTS_S) {
        scene.disturbance.clear();
        return true;
      }
      return false;
    }
  }
}
