package io.plumbline.system.broken.virtualchips;

import io.plumbline.system.broken.drivers.Registers;

final class LooksIntoTheDriver {
  int identity() {
    return Registers.whoAmI();
  }
}
