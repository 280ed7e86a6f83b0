package io.plumbline.system.broken.bar.link;

import io.plumbline.system.broken.contract.Mode;

final class FakeLink {
  boolean pretends(Mode mode) {
    return mode == Mode.SIM;
  }
}
