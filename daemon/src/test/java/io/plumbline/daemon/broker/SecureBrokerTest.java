package io.plumbline.daemon.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.pairing.PairingCode;
import io.plumbline.contract.pairing.Secret;
import io.plumbline.contract.pairing.Verifier;
import io.plumbline.daemon.broker.BrokerPlan.SecureDoor;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.PairingDesk;
import io.plumbline.daemon.domain.BrokerCounters;
import java.io.DataInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The door with TLS, one-time codes, and taking access back.
class SecureBrokerTest {
  private static final int ALERT = 21;
  private static final int PROTOCOL_VERSION = 70;

  @TempDir
  private Path folder = Path.of("set by JUnit");
  private final BrokerCounters counters = new BrokerCounters();
  private final List<String> paired = new CopyOnWriteArrayList<>();
  @SuppressWarnings("NullAway.Init")
  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws Exception {
    TopicTable.admit(keys());
    InetAddress loopback = InetAddress.getLoopbackAddress();
    broker = ArtemisBroker.start(
        new BrokerPlan(folder.resolve("a b"), loopback, 0, false, keys(), new SecureDoor(loopback, 0)), counters,
        paired::add);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  private Path keys() {
    return folder.resolve("its keys");
  }

  private String uri(String host) {
    return "ssl://" + host + ":" + broker.securePort();
  }

  private SSLSocketFactory trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(keys().resolve("ca.pem"))) {
      X509Certificate ca = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      store.setCertificateEntry("ca", ca);
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private TestClient.Door door(Login login, String clientId) throws Exception {
    return new TestClient.Door(uri("127.0.0.1"), login, clientId, null, trusting());
  }

  @Test
  void shouldLetABarInByNameAndAddressWhenItKnowsTheAuthority() throws Exception {
    for (String host : List.of("localhost", "127.0.0.1")) {
      TestClient.Door bar = new TestClient.Door(uri(host), TopicTable.BAR_LOGIN, "plumbline-bar-" + TopicTable.BAR,
          null, trusting());
      try (TestClient client = new TestClient(bar)) {
        assertEquals(1, client.subscribe("plumbline/" + TopicTable.BAR + "/ack"));
      }
    }
  }

  @Test
  void shouldLetNobodyInWithoutASecretWhenTheDoorIsForTheNetwork() throws Exception {
    TestClient.Door nobody = new TestClient.Door(uri("127.0.0.1"), null, "anything", null, trusting());
    assertEquals(MqttException.REASON_CODE_NOT_AUTHORIZED,
        assertThrows(MqttException.class, () -> new TestClient(nobody).close()).getReasonCode());
    TestClient.Door daemon = door(broker.login(), "plumbline-daemon");
    assertThrows(MqttException.class, () -> new TestClient(daemon).close(),
        "the daemon's own secret is for its computer");
    assertEquals(2, counters.refusedConnections.sum());
  }

  @Test
  void shouldNotBeTrustedWhenTheAuthorityIsNotKnown() {
    TestClient.Door bar = new TestClient.Door(uri("127.0.0.1"), TopicTable.BAR_LOGIN, "x", null,
        (SSLSocketFactory) SSLSocketFactory.getDefault());
    assertThrows(MqttException.class, () -> new TestClient(bar).close());
  }

  @Test
  void shouldSpeakTls12And13WhenTheyAreAsked() throws Exception {
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      try (SSLSocket socket = (SSLSocket) trusting().createSocket("127.0.0.1", broker.securePort())) {
        socket.setEnabledProtocols(new String[]{version});
        socket.startHandshake();
        assertEquals(version, socket.getSession().getProtocol());
      }
    }
  }

  /// As `openssl s_client -tls1_1` begins; Java itself does not speak it any more, so that its refusal would show nothing.
  @Test
  void shouldRefuseWhenTls11IsAsked() throws Exception {
    ByteBuffer hello = ByteBuffer.allocate(54);
    hello.put(new byte[]{22, 3, 1}).putShort((short) 49);
    hello.put(new byte[]{1, 0, 0, 45, 3, 2}).put(new byte[32]).put((byte) 0);
    // TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA and TLS_RSA_WITH_AES_128_CBC_SHA.
    hello.putShort((short) 4).putShort((short) 0xC009).putShort((short) 0x002F).put(new byte[]{1, 0});
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), broker.securePort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(hello.array());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      assertEquals(ALERT, in.readUnsignedByte());
      in.readFully(new byte[5]);
      assertEquals(PROTOCOL_VERSION, in.readUnsignedByte());
    }
  }

  @Test
  void shouldCloseTheConnectionAtOnceWhenABarsAccessIsTakenBack() throws Exception {
    TestClient.Door bar = door(TopicTable.BAR_LOGIN, "plumbline-bar-" + TopicTable.BAR)
        .withWill("plumbline/" + TopicTable.BAR + "/availability");
    try (TestClient observer = new TestClient(TestClient.Door.of(broker.uri(), null, "observer"));
        TestClient client = new TestClient(bar);
        TestClient other = new TestClient(door(TopicTable.OTHER_LOGIN, "plumbline-bar-right"))) {
      observer.subscribe("plumbline/" + TopicTable.BAR + "/availability");
      // By another program: only the file tells.
      new AccessFile(keys()).change(book -> new AccessFile.Change<>(book.without(TopicTable.BAR_LOGIN.user()), true));
      assertTrue(client.awaitLost(), "closed");
      assertTrue(observer.awaitHeard(List.of("plumbline/" + TopicTable.BAR + "/availability"), "the last will"));
      assertTrue(other.isConnected(), "others stay");
    }
    assertThrows(MqttException.class, () -> new TestClient(bar).close());
  }

  private PairingCode offer() throws Exception {
    return new PairingDesk(new AccessFile(keys()), InstantSource.system()).offer("garage", List.of("127.0.0.1"),
        broker.securePort(), new byte[32]);
  }

  private TestClient.Door door(PairingCode code, String secret) throws Exception {
    return door(new Login(code.user(), secret), "plumbline-" + code.user());
  }

  @Test
  void shouldBecomeABarOnceWhenACodeIsGood() throws Exception {
    PairingCode code = offer();
    String secret = Secret.lasting();
    try (TestClient client = new TestClient(door(code, code.secret()))) {
      client.publish(code.topic(), Verifier.of(secret).text(), false);
      assertThrows(MqttException.class, () -> client.publish(code.topic(), Verifier.of("another").text(), false));
    }
    try (TestClient bar = new TestClient(door(new Login("bar-garage", secret), "plumbline-bar-garage"))) {
      assertEquals(1, bar.subscribe("plumbline/garage/ack"));
    }
    assertThrows(MqttException.class, () -> new TestClient(door(code, code.secret())).close(), "used");
    assertFalse(Files.readString(keys().resolve("access.json")).contains(secret), "no secret is kept");
    assertEquals(List.of("garage"), paired);
  }

  @Test
  void shouldReplaceTheOldOneWhenABarIsPairedAgain() throws Exception {
    String first = Secret.lasting();
    PairingCode code = offer();
    try (TestClient client = new TestClient(door(code, code.secret()))) {
      client.publish(code.topic(), Verifier.of(first).text(), false);
    }
    try (TestClient bar = new TestClient(door(new Login("bar-garage", first), "plumbline-bar-garage"))) {
      PairingCode again = offer();
      try (TestClient client = new TestClient(door(again, again.secret()))) {
        client.publish(again.topic(), Verifier.of(Secret.lasting()).text(), false);
      }
      assertTrue(bar.awaitLost(), "the old secret's connection ends");
    }
  }

  @Test
  void shouldTakeOnlyTheNewestCodeOfABar() throws Exception {
    PairingCode old = offer();
    PairingCode code = offer();
    assertNotEquals(old.secret(), code.secret());
    assertThrows(MqttException.class, () -> new TestClient(door(old, old.secret())).close());
    new TestClient(door(code, code.secret())).close();
  }

  @Test
  void shouldBeWorthlessWhenACodeIsGuessedAtTooOften() throws Exception {
    PairingCode code = offer();
    for (int i = 0; i < 5; i++) {
      assertThrows(MqttException.class, () -> new TestClient(door(code, "guess")).close());
    }
    assertThrows(MqttException.class, () -> new TestClient(door(code, code.secret())).close());
  }

  @Test
  void shouldBeWorthlessWhenItsTimeIsOver() throws Exception {
    AccessFile file = new AccessFile(keys());
    PairingCode code = new PairingDesk(file, () -> Instant.now().minus(Duration.ofMinutes(11))).offer("garage",
        List.of("127.0.0.1"), broker.securePort(), new byte[32]);
    assertThrows(MqttException.class, () -> new TestClient(door(code, code.secret())).close());
    assertEquals(Optional.empty(),
        new PairingDesk(file, InstantSource.system()).redeem(code.user(), Verifier.of("x").text()));
  }

  @Test
  void shouldEndTheConnectionWhenTheRequestIsNoVerifier() throws Exception {
    PairingCode code = offer();
    try (TestClient client = new TestClient(door(code, code.secret()))) {
      assertThrows(MqttException.class, () -> client.publish(code.topic(), "my secret in clear", false));
    }
    assertTrue(new AccessFile(keys()).read().offer(code.user()).isPresent(), "the code is still good");
  }
}
