package io.plumbline.virtualchips.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.linux.NotifySocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Production's socket against one that somebody else opened.
class NotifySocketTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ECONNREFUSED = -111;
  private static final int ENOENT = -2;
  private static final int EAGAIN = -11;

  @TempDir
  private Path folder = Path.of("");

  private static void shouldBeHeardAt(String address) {
    try (ServiceListener manager = new ServiceListener(address);
        NotifySocket socket = NotifySocket.open(address).orElseThrow()) {
      assertEquals(0, socket.send("READY=1\nSTATUS=bereit: 21 °C"));
      assertEquals(0, socket.send("WATCHDOG=1"));
      assertEquals("READY=1\nSTATUS=bereit: 21 °C", manager.next(PATIENCE));
      assertEquals("WATCHDOG=1", manager.next(PATIENCE));
      assertNull(manager.next(Duration.ZERO));
    }
  }

  @Test
  void shouldBeHeardWhenTheAddressIsAFile() {
    shouldBeHeardAt(folder.resolve("notify").toString());
  }

  @Test
  void shouldBeHeardWhenTheAddressIsAName() {
    shouldBeHeardAt("@plumbline-test-" + UUID.randomUUID());
  }

  @Test
  void shouldBeHeardWhenTheNameIsAsLongAsItMayBe() {
    String unique = "@" + UUID.randomUUID();
    shouldBeHeardAt(unique + "x".repeat(108 - unique.length()));
  }

  @Test
  void shouldGiveTheErrorWhenNobodyListens() throws Exception {
    String address = folder.resolve("notify").toString();
    try (NotifySocket socket = NotifySocket.open(address).orElseThrow()) {
      assertEquals(ENOENT, socket.send("READY=1"));
      try (ServiceListener manager = new ServiceListener(address)) {
        assertEquals(0, socket.send("READY=1"));
        assertEquals("READY=1", manager.next(PATIENCE));
      }
      assertTrue(Files.exists(Path.of(address)), "the manager has gone, its file is left");
      assertEquals(ECONNREFUSED, socket.send("WATCHDOG=1"));
    }
  }

  @Test
  void shouldNotWaitWhenTheManagerDoesNotRead() {
    String address = "@plumbline-test-" + UUID.randomUUID();
    try (ServiceListener manager = new ServiceListener(address);
        NotifySocket socket = NotifySocket.open(address).orElseThrow()) {
      int sent = 0;
      int status = 0;
      while (status == 0 && sent < 1_000_000) {
        status = socket.send("WATCHDOG=1");
        sent++;
      }
      assertEquals(EAGAIN, status, "after " + sent);
      assertEquals("WATCHDOG=1", manager.next(PATIENCE));
      assertEquals(0, socket.send("WATCHDOG=1"), "there is room again");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@", "/", "vsock:2:1234", "relative/notify"})
  void shouldNotOpenWhenTheAddressIsOfAnotherKind(String address) {
    assertTrue(NotifySocket.open(address).isEmpty());
  }

  @Test
  void shouldNotOpenWhenTheAddressIsTooLong() {
    assertTrue(NotifySocket.open("/" + "x".repeat(107)).isEmpty());
    assertTrue(NotifySocket.open("@" + "x".repeat(108)).isEmpty());
  }
}
