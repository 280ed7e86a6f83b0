package io.plumbline.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file system that can be full and lose its power.
class DiskTest {
  @TempDir
  private Path folder = Path.of("");

  private static void write(Path file, byte[] bytes, boolean forced) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      if (forced) {
        channel.force(true);
      }
    }
  }

  @Test
  void shouldKeepOnlyWhatWasForcedWhenThePowerIsCut() throws IOException {
    assumeTrue(Fault.Need.OWN_SYSTEMS.isMet(), "needs " + Fault.Need.OWN_SYSTEMS.what());
    byte[] bytes = {1, 2, 3};
    try (Disk disk = Disk.make(folder, true)) {
      Path forced = disk.folder().resolve("forced");
      Path unforced = disk.folder().resolve("unforced");
      write(forced, bytes, true);
      write(unforced, bytes, false);
      disk.cutPower();
      assertArrayEquals(bytes, Files.readAllBytes(forced));
      assertEquals(0, Files.exists(unforced) ? Files.size(unforced) : 0);
    }
  }

  @Test
  void shouldTakeNothingWhenItIsFullUntilItIsFreed() throws IOException {
    assumeTrue(Fault.Need.OWN_SYSTEMS.isMet(), "needs " + Fault.Need.OWN_SYSTEMS.what());
    byte[] bytes = new byte[1 << 20];
    try (Disk disk = Disk.make(folder, true)) {
      disk.fill();
      assertThrows(IOException.class, () -> write(disk.folder().resolve("a"), bytes, true));
      disk.free();
      write(disk.folder().resolve("b"), bytes, true);
      assertEquals(bytes.length, Files.size(disk.folder().resolve("b")));
    }
  }
}
