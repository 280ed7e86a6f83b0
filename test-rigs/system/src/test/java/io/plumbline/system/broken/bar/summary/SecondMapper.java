package io.plumbline.system.broken.bar.summary;

import io.plumbline.system.broken.contract.payload.Velocity;

final class SecondMapper {
  Velocity velocity() {
    return new Velocity(0.5);
  }
}
