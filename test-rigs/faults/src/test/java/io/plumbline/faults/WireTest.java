package io.plumbline.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A wire to a server that gives everything back.
class WireTest {
  private static final byte[] WORD = {7, 8, 9};
  private static final int SHORT_MS = 300;
  private static final int PATIENCE_MS = 20_000;

  private final ServerSocket server = server();
  private final Wire wire = new Wire(InetAddress.getLoopbackAddress(), server.getLocalPort(), 1);

  private static ServerSocket server() {
    try {
      ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      Thread.ofPlatform().daemon().start(() -> {
        while (!server.isClosed()) {
          try {
            Socket socket = server.accept();
            Thread.ofVirtual().start(() -> giveBack(socket));
          } catch (IOException e) {
            return;
          }
        }
      });
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void giveBack(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // The wire was cut.
    }
  }

  private Socket connect() throws IOException {
    URI uri = URI.create(wire.uri());
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  private static byte[] say(Socket socket) throws IOException {
    socket.getOutputStream().write(WORD);
    return socket.getInputStream().readNBytes(WORD.length);
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
    server.close();
  }

  @Test
  void shouldPassEverythingOnWhenItIsGood() throws IOException {
    try (Socket socket = connect()) {
      assertArrayEquals(WORD, say(socket));
      assertArrayEquals(WORD, say(socket));
    }
  }

  @Test
  void shouldHoldBytesBackWhenItStallsAndBringThemWhenItIsMended() throws IOException {
    try (Socket socket = connect()) {
      assertArrayEquals(WORD, say(socket));
      wire.mode(Wire.Mode.STALLED);
      socket.setSoTimeout(SHORT_MS);
      assertThrows(SocketTimeoutException.class, () -> say(socket));
      socket.setSoTimeout(PATIENCE_MS);
      wire.mode(Wire.Mode.GOOD);
      assertArrayEquals(WORD, socket.getInputStream().readNBytes(WORD.length));
    }
  }

  @Test
  void shouldCutWhatIsOpenAndWhatComesWhenItRefuses() throws IOException {
    try (Socket socket = connect()) {
      assertArrayEquals(WORD, say(socket));
      wire.mode(Wire.Mode.REFUSED);
      assertThrows(IOException.class, () -> endOf(socket));
    }
    assertThrows(IOException.class, () -> {
      try (Socket socket = connect()) {
        endOf(socket);
      }
    });
    wire.mode(Wire.Mode.GOOD);
    try (Socket socket = connect()) {
      assertArrayEquals(WORD, say(socket));
    }
  }

  /// An end in good order is one too.
  private static void endOf(Socket socket) throws IOException {
    if (say(socket).length < WORD.length) {
      throw new EOFException("cut");
    }
  }

  @Test
  void shouldLoseConnectionsWhenItIsLossy() throws IOException {
    wire.mode(Wire.Mode.LOSSY);
    int lost = 0;
    for (int i = 0; i < 50; i++) {
      try (Socket socket = connect()) {
        lost += say(socket).length == WORD.length ? 0 : 1;
      } catch (IOException e) {
        lost++;
      }
    }
    // Each word passes twice: about half of them come back.
    assertEquals(25, lost, 20);
  }
}
