package io.plumbline.simulator.scenario;

/// How often a random scenario has what; each is drawn on its own.
enum Chance {
  WOMENS_BAR(0.2, "a 15 kg bar and a lighter lifter, not for the trap bar"),
  IRON_FLOOR(0.3, "iron plates on concrete, else rubber"),
  SECOND_SET(0.4, "a further set with another load"),
  THIRD_SET(0.35, "one more where there are two"),
  HURRIED(0.25, "hurried slack"),
  JERKED(0.2, "jerked slack, where it is not hurried"),
  NO_PLATEAU(0.3, "calm slack without a plateau"),
  LARGE_DRIFT(0.25, "3 to 8 cm of drift, else the usual; not for the bench press, whose rack is too near"),
  HIP_SHOOT(0.2, "hips shoot up by 5 to 15°"),
  ROUNDING(0.2, "4 to 10° of rounding, growing"),
  ASYMMETRY(0.2, "uneven pull up to 56 %, lag up to 60 ms"),
  TWIST(0.15, "up to 5° of twist"),
  SHAFT_ROLL(0.2, "up to 30° of roll in the hands"),
  LEAN_BACK(0.15, "lean-back of 2 to 6 cm"),
  UNEQUAL_PLATES(0.07, "1.25 to 5 kg more on one side"),
  TOUCH_AND_GO(0.12, "no pause on the floor"),
  DROPPED(0.18, "dropped, where it is lifted from the floor and not touch-and-go"),
  RELEASED(0.12, "let go, where it is not dropped"),
  HITCH(0.05, "last rep hitched, from 80 % of 1RM on, from the floor"),
  FAILURE(0.2, "last rep failed, from 80 % of 1RM on; a lone rep only in lifts that people try for one"),
  INCIDENTS(0.4, "one to three things in a set that are no rep"),
  UNCALIBRATED(0.05, "sensors as the factory ships them"),
  ONE_IMU(0.1, "one inertial unit only, in the middle or on the left, nothing else"),
  NO_FORCE(0.1, "no load cells"),
  SINGLE_AXIS(0.05, "load cells with one axis"),
  NO_HIGH_G(0.2, "no high-g accelerometers"),
  NO_STRAP(0.3, "no strap"),
  SEPARATE_CLOCKS(0.15, "each sensor with its own clock"),
  LOST_SAMPLES(0.1, "up to 2 % of samples lost"),
  LATE_SAMPLES(0.1, "up to 5 % of time stamps late"),
  WARMING(0.3, "sensors warm up by up to 1 °C a minute"),
  SENSOR_FAULT(0.07, "a sensor dies or sticks");

  private final double probability;
  private final String meaning;

  Chance(double probability, String meaning) {
    this.probability = probability;
    this.meaning = meaning;
  }

  double probability() {
    return probability;
  }

  String meaning() {
    return meaning;
  }
}
