package io.plumbline.simulator.lifter;

import io.plumbline.simulator.scenario.RepPlan;

/// Moves that take no time: they put down where the story is.
final class Marks {
  private Marks() {}

  /// Done as soon as it is begun.
  private abstract static class Mark extends Move {
    Mark(Stage stage) {
      super(stage);
    }

    @Override
    final boolean takesTime() {
      return false;
    }

    @Override
    final boolean step(Scene scene, double s) {
      return true;
    }
  }

  /// A new set, with its plates.
  static final class Set extends Mark {
    private final int number;
    private final double leftKg;
    private final double rightKg;

    private final double bentLumbarDeg;

    Set(int number, double leftKg, double rightKg, double bentLumbarDeg) {
      super(Stage.IDLE);
      this.number = number;
      this.leftKg = leftKg;
      this.rightKg = rightKg;
      this.bentLumbarDeg = bentLumbarDeg;
    }

    @Override
    void begin(Scene scene) {
      scene.set = number;
      scene.number = 0;
      scene.bentLumbar = StrictMath.toRadians(bentLumbarDeg);
      if (scene.bar.platesKg(0) != leftKg || scene.bar.platesKg(1) != rightKg) {
        scene.load(leftKg, rightKg);
      }
    }
  }

  /// Here the bar stands before it is taken up, and here it is put back.
  static final class Place extends Mark {
    Place() {
      super(Stage.OTHER);
    }

    @Override
    void begin(Scene scene) {
      scene.startY = scene.bar.positionM(1);
      scene.startRoll = scene.bar.angleRad(0);
      scene.placeY = scene.startY;
      scene.placeZ = scene.bar.positionM(2);
      scene.bottomZ = scene.placeZ;
    }
  }

  /// The bar is to go back to its place.
  static final class BackToPlace extends Mark {
    BackToPlace() {
      super(Stage.OTHER);
    }

    @Override
    void begin(Scene scene) {
      scene.startY = scene.placeY;
      scene.bottomZ = scene.placeZ;
    }
  }

  /// A rep begins.
  static final class BeginOfRep extends Mark {
    private final RepPlan rep;
    private final int number;

    BeginOfRep(RepPlan rep, int number) {
      super(Stage.IDLE);
      this.rep = rep;
      this.number = number;
    }

    @Override
    void begin(Scene scene) {
      scene.rep = rep;
      scene.begun++;
      scene.bentLumbar = StrictMath.toRadians(rep.spine().startDeg());
      scene.number = number;
      scene.startY = scene.bar.positionM(1);
      scene.startRoll = scene.bar.angleRad(0);
      scene.bottomZ = scene.bar.positionM(2);
      scene.topZ = scene.bottomZ + rep.romM();
    }
  }

  /// The rep that begins here goes down first, so far.
  static final class Below extends Mark {
    private final double romM;

    Below(double romM) {
      super(Stage.DESCENT);
      this.romM = romM;
    }

    @Override
    void begin(Scene scene) {
      scene.topZ = scene.bar.positionM(2);
      scene.bottomZ = scene.topZ - romM;
    }
  }

  /// The rep is over.
  static final class EndOfRep extends Mark {
    EndOfRep() {
      super(Stage.IDLE);
    }

    @Override
    void begin(Scene scene) {
      scene.rep = null;
    }
  }
}
