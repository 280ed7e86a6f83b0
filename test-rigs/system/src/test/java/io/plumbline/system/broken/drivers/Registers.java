package io.plumbline.system.broken.drivers;

/// Constants of a chip.
public final class Registers {
  private Registers() {}

  /// Identity.
  public static int whoAmI() {
    return 0x47;
  }
}
