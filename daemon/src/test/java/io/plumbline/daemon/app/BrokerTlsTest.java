package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.daemon.broker.access.PrivateFolder;
import io.plumbline.daemon.broker.tls.Authority;
import io.plumbline.daemon.broker.tls.ServerKeys;
import io.plumbline.daemon.support.LocalMosquitto;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// An external broker with TLS and an authority of its own: Debian's Mosquitto.
class BrokerTlsTest {
  @TempDir
  private Path folder = Path.of("set by JUnit");
  private final StringWriter err = new StringWriter();

  private Authority authority(String name) throws Exception {
    return Authority.open(PrivateFolder.open(folder.resolve(name)), InstantSource.system());
  }

  private static String pem(String label, byte[] bytes) {
    return "-----BEGIN " + label + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes) + "\n-----END "
        + label + "-----\n";
  }

  /// Settings of a listener that shows a certificate of the authority.
  private List<String> tls(Authority authority) throws Exception {
    ServerKeys keys = new ServerKeys(authority, PrivateFolder.open(folder.resolve("server")), "broker",
        InstantSource.system(),
        () -> Set.of("localhost"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys.file())) {
      store.load(in, keys.password().toCharArray());
    }
    Path certificate = Files.writeString(folder.resolve("server.pem"),
        pem("CERTIFICATE", store.getCertificate("server").getEncoded()));
    Path key = Files.writeString(folder.resolve("server-key.pem"),
        pem("PRIVATE KEY", store.getKey("server", keys.password().toCharArray()).getEncoded()));
    return List.of("certfile " + certificate, "keyfile " + key);
  }

  private int tell(String uri, Path authorities) {
    return new CommandLine(new TellCommand()).setErr(new PrintWriter(err, true)).execute("bar-1", "identify", "--wait",
        "1",
        "--broker", uri, "--broker-ca", authorities.toString());
  }

  @Test
  void shouldConnectWithTheAuthorityOfTheBrokerAndNoOtherWhenItHasItsOwn() throws Exception {
    assumeTrue(LocalMosquitto.isThere(), "Debian's mosquitto is missing");
    try (LocalMosquitto mosquitto = LocalMosquitto.start(folder, tls(authority("ours")))) {
      String uri = mosquitto.uri().replace("tcp://127.0.0.1", "ssl://localhost");
      Path ours = folder.resolve("ours").resolve("ca.pem");
      DaemonConfig config = new DaemonConfig(uri, null, folder.resolve("data"), 0, 0, "tls");
      try (Daemon daemon = Daemon.start(config.withBrokerCa(ours))) {
        assertTrue(daemon.awaitConnected(60_000));
      }
      assertEquals(1, tell(uri, ours));
      assertTrue(err.toString().contains("no bar bar-1 has been at"), err::toString);
      authority("others");
      assertEquals(1, tell(uri, folder.resolve("others").resolve("ca.pem")));
      assertTrue(err.toString().contains("nobody who is trusted vouches for the broker's certificate: --broker-ca"),
          err::toString);
      // By an address for which the certificate is not made.
      assertEquals(1, tell(uri.replace("localhost", "127.0.0.1"), ours));
      assertTrue(err.toString().contains("the broker's certificate does not fit: "), err::toString);
      assertFalse(err.toString().contains("Exception"), err::toString);
    }
  }
}
