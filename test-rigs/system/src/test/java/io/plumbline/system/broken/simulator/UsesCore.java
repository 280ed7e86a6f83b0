package io.plumbline.system.broken.simulator;

import io.plumbline.system.broken.core.ReadsTheClock;

final class UsesCore {
  Class<?> core() {
    return ReadsTheClock.class;
  }
}
