package io.plumbline.pi4j.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxIoTest {
  @Test
  void shouldReadWhatAFileHolds(@TempDir Path folder) throws Exception {
    Path path = Files.write(folder.resolve("file"), new byte[]{7, -1, 9});
    int fd = LinuxIo.open(path.toString(), LinuxIo.O_RDWR | LinuxIo.O_CLOEXEC);
    assertTrue(fd > 2);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(8);
      assertEquals(-14, LinuxIo.read(fd, 8, 8), "a bad address is a result, not a crash");
      assertEquals(3, LinuxIo.read(fd, buffer.address(), 8));
      assertEquals(9, buffer.get(JAVA_BYTE, 2));
      assertEquals(0, LinuxIo.read(fd, buffer.address(), 8), "the end");
    }
    assertEquals(0, LinuxIo.close(fd));
    assertEquals(-9, LinuxIo.close(-1));
  }

  @Test
  void shouldGiveTheKernelsErrorWhenACallFails(@TempDir Path folder) {
    assertEquals(-2, LinuxIo.open(folder.resolve("nothing").toString(), LinuxIo.O_RDWR));
    assertEquals(-21, LinuxIo.open(folder.toString(), LinuxIo.O_RDWR));
    assertEquals(-9, LinuxIo.ioctl(-1, SpiDevice.SPI_IOC_MESSAGE_1, 0));
    assertEquals(-9, LinuxIo.neverWait(-1));
    assertEquals(-22, LinuxIo.prctl(-1, 0));
    assertEquals(-22, LinuxIo.lockMemory(0x100));
    assertEquals(-22, LinuxIo.clockGettime(99, 8));
    assertEquals(-14, LinuxIo.sleepUntil(8));
    assertEquals(-14, LinuxIo.setAffinity(8, 8));
    assertEquals(-22, LinuxIo.setScheduler(77, 0));
  }

  @Test
  void shouldSayThatADeviceIsReadyWhenItIs() {
    int fd = LinuxIo.open("/dev/zero", LinuxIo.O_RDWR | LinuxIo.O_CLOEXEC);
    assertEquals(0, LinuxIo.neverWait(fd));
    assertEquals(-25, LinuxIo.ioctl(fd, GpioAbi.GET_CHIPINFO, 0), "it is no GPIO chip");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pollfd = arena.allocate(8, 8);
      Timespec patience = new Timespec(arena);
      pollfd.set(JAVA_INT, 0, fd);
      pollfd.set(JAVA_SHORT, 4, (short) 1);
      assertEquals(1, LinuxIo.poll(pollfd.address(), 1, patience.address()));
      assertEquals(1, pollfd.get(JAVA_SHORT, 6));
      assertEquals(0, LinuxIo.poll(pollfd.address(), 0, patience.address()), "nothing to wait for, no time to wait");
    }
    LinuxIo.close(fd);
  }

  @Test
  void shouldAllocateNothingWhenItIsWarm() {
    int fd = LinuxIo.open("/dev/zero", LinuxIo.O_RDWR | LinuxIo.O_CLOEXEC);
    try (Arena arena = Arena.ofConfined()) {
      long buffer = arena.allocate(16).address();
      assertEquals(0, Allocation.ofLastRound(() -> {
        for (int i = 0; i < 10_000; i++) {
          LinuxIo.read(fd, buffer, 16);
          LinuxIo.ioctl(fd, I2cDevice.I2C_RDWR, 0);
        }
      }));
    }
    LinuxIo.close(fd);
  }
}
