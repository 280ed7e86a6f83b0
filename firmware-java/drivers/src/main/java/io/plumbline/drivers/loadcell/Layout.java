package io.plumbline.drivers.loadcell;

import java.util.EnumSet;
import java.util.Set;

/// How load cells are fitted (facts, `bar-mechanics.md` section 2).
public enum Layout {
  /// Two bridges at right angles on each end of the shaft, each the difference of two planes: independent of where the plates sit and of how
  /// the shaft has rolled. Measures everything.
  TWO_PLANE(2, 2, Ability.values(), "measures the force of each side as a vector, standing and lifting"),
  /// One bridge on each end of the shaft. It sees only the part of the force in its own plane, F·cos(roll): nothing at 90°. So it tells a size
  /// and no direction, and only while the shaft has not rolled; where the bridge is on one plane, it depends on where the plates sit too.
  SINGLE_PLANE(2, 1, new Ability[]{Ability.WEIGHT, Ability.FORCE_IN_LIFT, Ability.LEFT_RIGHT},
      "measures the size of each side's force, low by the cosine of the shaft's roll and blind at 90°"),
  /// Cells under the floor or under the plates, one a side. The bar is free: they feel it only while it stands on them, and a lifter on the
  /// platform too. They weigh, and see the slack being pulled until lift-off, but not the lift.
  PLATFORM(2, 1, new Ability[]{Ability.WEIGHT, Ability.LEFT_RIGHT},
      "weighs each side while the bar stands on it; it cannot measure a lift");

  private final int sides;
  private final int bridgesASide;
  private final int abilities;
  private final String sentence;

  Layout(int sides, int bridgesASide, Ability[] abilities, String sentence) {
    this.sides = sides;
    this.bridgesASide = bridgesASide;
    int bits = 0;
    for (Ability ability : abilities) {
      bits |= 1 << ability.ordinal();
    }
    this.abilities = bits;
    this.sentence = sentence;
  }

  /// What it can tell.
  public Set<Ability> abilities() {
    EnumSet<Ability> set = EnumSet.noneOf(Ability.class);
    for (Ability ability : Ability.values()) {
      if ((abilities >> ability.ordinal() & 1) != 0) {
        set.add(ability);
      }
    }
    return set;
  }

  /// What it can and cannot do, for a person.
  public String sentence() {
    return sentence;
  }

  /// Bridges that it has.
  public int bridges() {
    return sides * bridgesASide;
  }

  int bridgesASide() {
    return bridgesASide;
  }
}
