package io.plumbline.daemon.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountTest extends AccountContract {
  @TempDir
  Path folder = Path.of("set by JUnit");

  @Override
  DatabaseAddress newDatabase() {
    return DatabaseAddress.inFolder(folder);
  }
}
