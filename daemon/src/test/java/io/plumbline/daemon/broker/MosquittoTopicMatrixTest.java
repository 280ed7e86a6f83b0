package io.plumbline.daemon.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.pairing.Secret;
import io.plumbline.contract.pairing.Verifier;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.MosquittoFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Debian's Mosquitto with the files that `daemon mosquitto` writes.
class MosquittoTopicMatrixTest extends TopicMatrix {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
  /// Of the test only: sees what the table says of others.
  private static final Login OBSERVER = new Login("observer", Secret.lasting());

  @TempDir
  private Path folder = Path.of("set by JUnit");
  @SuppressWarnings("NullAway.Init")
  private Process process;
  private int port;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "Debian's package mosquitto is not installed");
    Path keys = folder.resolve("keys");
    TopicTable.admit(keys);
    MosquittoFiles.write(new AccessFile(keys).read(), folder.resolve("written"));
    Path passwords = folder.resolve("written").resolve(MosquittoFiles.PASSWORDS);
    Path rights = folder.resolve("written").resolve(MosquittoFiles.RIGHTS);
    Files.writeString(passwords, OBSERVER.user() + ":" + Verifier.of(OBSERVER.secret()).text() + "\n",
        StandardOpenOption.APPEND);
    Files.writeString(rights, "\nuser " + OBSERVER.user() + "\ntopic readwrite #\n", StandardOpenOption.APPEND);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path settings = folder.resolve("mosquitto.conf");
    // As whoever runs the test: only its owner may read what was written.
    Files.write(settings, List.of("user " + System.getProperty("user.name"), "listener " + port + " 127.0.0.1",
        "allow_anonymous false", "password_file " + passwords, "acl_file " + rights));
    process = new ProcessBuilder(PROGRAM.toString(), "-c", settings.toString()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile()).start();
    awaitListening();
  }

  private void awaitListening() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!answers()) {
      if (System.nanoTime() > end || process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("mosquitto: " + Files.readString(folder.resolve("log")));
      }
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @AfterEach
  void stop() throws Exception {
    if (process != null) {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  /// Its access list does not know shares: who may read a topic may share it.
  @ParameterizedTest
  @ValueSource(strings = {"daemon", "reader"})
  void shouldServeASharedSubscriptionWhenTheTopicMayBeRead(String column) throws Exception {
    try (TestClient observer = new TestClient(observer());
        TestClient client = new TestClient(TopicTable.door(uri(), column))) {
      assertEquals(1, client.subscribe("$share/gym/plumbline/+/rep"));
      observer.publish("plumbline/left.1/rep", "shared", false);
      assertTrue(client.awaitHeard(List.of("plumbline/left.1/rep"), "shared"));
    }
  }

  @Override
  String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  TestClient.Door observer() {
    return TestClient.Door.of(uri(), OBSERVER, "observer");
  }

  @Override
  boolean refusesSubscriptions() {
    return false;
  }
}
