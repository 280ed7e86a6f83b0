package io.plumbline.system.broken.core;

import io.plumbline.system.broken.contract.Mode;

final class KnowsTheContract {
  Mode mode() {
    return Mode.LIVE;
  }
}
