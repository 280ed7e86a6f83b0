package io.plumbline.drivers.loadcell;

/// What load cells can tell.
public enum Ability {
  /// The weight of the loaded bar while it stands or hangs still.
  WEIGHT,
  /// The force while the bar is lifted.
  FORCE_IN_LIFT,
  /// Its direction as well as its size, whatever way the shaft has rolled.
  FORCE_VECTOR,
  /// Each side by itself.
  LEFT_RIGHT
}
