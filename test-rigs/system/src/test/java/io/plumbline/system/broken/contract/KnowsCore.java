package io.plumbline.system.broken.contract;

import io.plumbline.system.broken.core.ReadsTheClock;

final class KnowsCore {
  Class<?> core() {
    return ReadsTheClock.class;
  }
}
