package io.plumbline.system.broken.daemon.web;

import io.plumbline.system.broken.daemon.domain.KnowsARoom;

final class UsesTheDomain {
  Class<?> domain() {
    return KnowsARoom.class;
  }
}
