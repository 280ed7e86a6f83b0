package io.plumbline.virtualchips.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What somebody does with a bar, move by move: turning the shaft, raising an end, hanging it up, loading plates. Moves are smooth; between them
/// the bar lies still. Angles in rad: roll about the shaft, tilt above 0 with the left end up.
public final class HandScript {
  private static final double QUARTER = Math.PI / 2;
  private final List<Move> moves = new ArrayList<>();
  private final Random hand;
  private double endS;
  private double roll;
  private double tilt;
  private boolean racked;
  private double platesKg;

  /// One move, from the state that the moves before have left.
  ///
  /// @param travels whether the bar rolls along the floor
  record Move(double beginS, double overS, double fromRoll, double byRoll, double fromTilt, double byTilt,
      boolean travels, boolean racked, double fromKg, double byKg) {}

  /// @param seed of the hand's inaccuracy
  public HandScript(long seed) {
    this.hand = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /// All of `plumbline bar calibrate` with the usual plates, each step done as asked.
  public static HandScript calibration(long seed) {
    return new HandScript(seed).rest().faces().markAndRoll().raiseEnds().emptyTurns().plates(20, 60, 100, 60, 20, 0);
  }

  private double about(double value, double spread) {
    return value + spread * (2 * hand.nextDouble() - 1);
  }

  private HandScript move(double overS, double byRoll, double byTilt, boolean travels, double toKg) {
    moves.add(new Move(endS, overS, roll, byRoll, tilt, byTilt, travels, racked, platesKg, toKg - platesKg));
    roll += byRoll;
    tilt += byTilt;
    platesKg = toKg;
    endS += overS;
    return this;
  }

  /// Lets go of it.
  public HandScript hold(double seconds) {
    return move(seconds, 0, 0, false, platesKg);
  }

  /// Turns the shaft.
  public HandScript turn(double byRad, double overS) {
    return move(overS, byRad, 0, !racked && Math.abs(tilt) < 0.05, platesKg);
  }

  /// Raises or lowers an end.
  public HandScript tiltTo(double toRad, double overS) {
    return move(overS, 0, toRad - tilt, false, platesKg);
  }

  /// Hangs the bar in the rack.
  public HandScript rack() {
    racked = true;
    return move(1.5, 0.3, 0, false, platesKg);
  }

  /// Changes the plates of both sides.
  public HandScript load(double toKg) {
    return move(2, 0.02, 0, false, toKg);
  }

  /// Turns the shaft until the marks are up again.
  public HandScript markUp() {
    double rest = Math.IEEEremainder(roll, 2 * Math.PI);
    return turn(-rest, 2);
  }

  /// Still for the gyroscopes.
  public HandScript rest() {
    return hold(7);
  }

  /// Eight level angles, then each end up at four.
  public HandScript faces() {
    for (int i = 0; i < 7; i++) {
      turn(about(Math.PI / 4, 0.08), 1.5).hold(3.2);
    }
    for (int end = 1; end >= -1; end -= 2) {
      tiltTo(end * about(0.35, 0.04), 2).hold(3.2);
      for (int i = 0; i < 3; i++) {
        turn(about(QUARTER, 0.1), 1.8).hold(3.2);
      }
    }
    return tiltTo(0, 1.5);
  }

  /// Marks up, then a good turn away.
  public HandScript markAndRoll() {
    return markUp().hold(4.5).turn(-about(2.6 * Math.PI, 0.5), 3.5).hold(2.5);
  }

  /// Each end up and down, three times.
  public HandScript raiseEnds() {
    for (int i = 0; i < 6; i++) {
      tiltTo((i < 3 ? 1 : -1) * about(0.35, 0.04), 0.9).tiltTo(0, 0.9).hold(2.2);
    }
    return this;
  }

  /// Into the rack; four quarters.
  public HandScript emptyTurns() {
    rack().hold(4.2);
    for (int i = 0; i < 3; i++) {
      turn(about(QUARTER, 0.1), 1.8).hold(4.2);
    }
    return markUp().hold(0.2);
  }

  /// Plates, one load after the other, on both sides.
  public HandScript plates(double... kg) {
    for (double load : kg) {
      load(load).hold(5.6);
    }
    return this;
  }

  List<Move> moves() {
    return moves;
  }

  /// Length.
  public double endS() {
    return endS;
  }
}
