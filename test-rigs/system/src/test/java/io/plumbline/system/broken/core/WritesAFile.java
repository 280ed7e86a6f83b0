package io.plumbline.system.broken.core;

import java.io.File;

final class WritesAFile {
  private WritesAFile() {}

  static File file() {
    return new File("trace");
  }
}
