package io.plumbline.pi4j.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.exception.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFileTest {
  private long nowNs;

  @Test
  void shouldOpenItAgainOnceASecondWhenTheDeviceWentAway(@TempDir Path folder) throws Exception {
    Path path = Files.createFile(folder.resolve("device"));
    PlainFile file = new PlainFile(path);
    file.open();
    assertEquals(0, file.ready());
    Files.delete(path);
    assertEquals(-19, file.checked(-19), "the result goes through");
    assertFalse(file.isOpen());
    nowNs += DeviceFile.RETRY_NS - 1;
    assertEquals(-19, file.ready(), "too early");
    assertEquals(1, file.attempts);
    nowNs++;
    assertEquals(-2, file.ready(), "tried, still away");
    Files.createFile(path);
    assertEquals(-2, file.ready(), "not tried again at once");
    assertEquals(2, file.attempts);
    nowNs += DeviceFile.RETRY_NS;
    assertEquals(0, file.ready());
    assertTrue(file.isOpen());
    assertEquals(0, file.ready());
    assertEquals(3, file.attempts);
    file.close();
  }

  @Test
  void shouldStayOpenWhenAFailureIsTheChips(@TempDir Path folder) throws Exception {
    PlainFile file = new PlainFile(Files.createFile(folder.resolve("device")));
    file.open();
    for (int status : new int[]{-5, -6, -11, -16, -22, -90, -110, -121}) {
      assertEquals(status, file.checked(status));
      assertTrue(file.isOpen(), () -> "errno " + -status);
    }
    file.close();
  }

  @Test
  void shouldNotOpenItselfWhenItsOwnerClosedIt(@TempDir Path folder) throws Exception {
    PlainFile file = new PlainFile(Files.createFile(folder.resolve("device")));
    assertEquals(-9, file.ready(), "never opened");
    file.open();
    file.checked(-108);
    file.close();
    nowNs += 2 * DeviceFile.RETRY_NS;
    assertEquals(-9, file.ready());
    assertEquals(1, file.attempts);
    file.open();
    assertEquals(0, file.ready());
    file.close();
  }

  @Test
  void shouldThrowWhatToDoWhenItCannotBeOpened(@TempDir Path folder) {
    PlainFile file = new PlainFile(folder.resolve("device"));
    assertEquals("explained -2", assertThrows(IOException.class, file::open).getMessage());
    nowNs += 2 * DeviceFile.RETRY_NS;
    assertEquals(-9, file.ready(), "the owner knows, nothing happens behind its back");
  }

  private final class PlainFile extends DeviceFile {
    private final Path path;
    private int attempts;

    private PlainFile(Path path) {
      super(() -> nowNs);
      this.path = path;
    }

    @Override
    protected int attach() {
      attempts++;
      return LinuxIo.open(path.toString(), LinuxIo.O_RDWR | LinuxIo.O_CLOEXEC);
    }

    @Override
    protected String explain(int status) {
      return "explained " + status;
    }
  }
}
