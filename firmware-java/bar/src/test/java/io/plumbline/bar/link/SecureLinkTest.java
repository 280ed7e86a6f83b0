package io.plumbline.bar.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.journal.Journal;
import io.plumbline.bar.journal.JournalLimits;
import io.plumbline.bar.journal.Kind;
import io.plumbline.bar.testing.TestBroker;
import io.plumbline.bar.testing.TestCertificates;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.Trace;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real TLS on loopback. What goes wrong is told in plain words and loses nothing, and what is mended works without a restart.
class SecureLinkTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String JOURNAL = "run-1";

  @TempDir
  private static Path shared = Path.of("set by JUnit");
  @SuppressWarnings("NullAway.Init")
  private static TestCertificates certificates;
  @SuppressWarnings("NullAway.Init")
  private static TestCertificates others;

  @TempDir
  private Path folder = Path.of("set by JUnit");
  private final Told told = new Told();

  /// Puts down what the link tells.
  private static final class Told implements LinkListener {
    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void onConnected(String brokerUri) {
      lines.add("connected");
    }

    @Override
    public void onUnreachable(String brokerUri, String reason, Duration retryIn) {
      lines.add(reason);
    }

    String next() throws InterruptedException {
      String line = lines.poll(60, TimeUnit.SECONDS);
      return line == null ? "nothing was told" : line;
    }

    void awaitConnected() throws InterruptedException {
      String line;
      do {
        line = next();
        assertFalse(line.equals("nothing was told"), line);
      } while (!line.equals("connected"));
    }
  }

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = new TestCertificates(Files.createDirectory(shared.resolve("ours")))
        .with("server", "dns:localhost,ip:127.0.0.1").with("elsewhere", "dns:gym.example")
        .with("old", "dns:localhost", "-startdate", "-10d", "-validity", "5")
        .with("early", "dns:localhost", "-startdate", "+5d").with("bar", "dns:bar-1");
    others = new TestCertificates(Files.createDirectory(shared.resolve("others"))).with("bar", "dns:bar-1");
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private LinkConfig config(String broker, String link) throws Exception {
    BarConfig config = new BarConfigReader()
        .with("bar.toml", "[link]\nbroker = \"" + broker + "\"\n" + link + '\n').read();
    return new LinkConfig(broker, "bar-1", 100, false, LONG, Duration.ofMillis(5), Duration.ofMillis(50),
        Duration.ofSeconds(10)).with(LinkSecurity.of(config, folder));
  }

  private static String ca() throws Exception {
    return "tls_ca = \"" + certificates.certificate("ca") + "\"\n";
  }

  private static String client() throws Exception {
    return "tls_certificate = \"" + certificates.certificate("bar") + "\"\ntls_key = \"" + certificates.key("bar")
        + "\"\n";
  }

  private void secret(String password) throws Exception {
    Path file = folder.resolve("secrets.toml");
    Files.writeString(file, "[link]\npassword = \"" + password + "\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static byte[] curve(long sequence) {
    return new ContractCodec().encode(new Trace(new RecordKey("bar-1", JOURNAL, sequence), List.of(0.0), List.of(0.0),
        List.of(0.0), List.of(0.0), null, null, null));
  }

  /// What makes a link work that did not.
  private interface Mend {
    TestBroker apply(TestBroker wrong) throws Exception;
  }

  /// The link tells the reason while the journal keeps a summary, and sends it after the mend.
  private void refusesUntilMended(TestBroker wrong, LinkConfig config, String reason, Mend mend) throws Exception {
    TestBroker broker = wrong;
    try (
        Journal journal = new Journal(folder.resolve("journal"), "bar-1", JOURNAL, JournalLimits.DEFAULT, line -> {})) {
      journal.start();
      journal.append(Kind.TRACE, 1, curve(1));
      journal.flush(LONG);
      try (MqttLink link = new MqttLink(config, JOURNAL, told, journal.backlog())) {
        link.start();
        String first = told.next();
        assertTrue(first.contains(reason), first);
        assertEquals(1, first.lines().count());
        assertFalse(first.contains("hunter2"), first);
        broker = mend.apply(wrong);
        told.awaitConnected();
        assertEquals(1, link.stop(LONG, Duration.ZERO, 0).acknowledged());
      }
    } finally {
      broker.close();
    }
  }

  private static TestBroker again(TestBroker wrong, String alias) throws Exception {
    wrong.close();
    return TestBroker.withTls(wrong.port(), certificates, alias, false, "");
  }

  @Test
  void shouldConnectWithoutAWordWhenBothKnowEachOther() throws Exception {
    secret("hunter2");
    try (TestBroker broker = TestBroker.withTls(0, certificates, "server", true, "hunter2");
        MqttLink link = new MqttLink(
            config("ssl://localhost:" + broker.port(), ca() + client() + "user = \"kim\""), JOURNAL, told)) {
      link.start();
      assertEquals("connected", told.next());
    }
  }

  @Test
  void shouldSayWhoVouchesForNobodyWhenTheAuthorityIsAnother() throws Exception {
    Path ca = Files.copy(others.certificate("ca"), folder.resolve("ca.pem"));
    TestBroker broker = TestBroker.withTls(0, certificates, "server", false, "");
    refusesUntilMended(broker, config("ssl://localhost:" + broker.port(), "tls_ca = \"ca.pem\""),
        "nobody in " + ca + " (link.tls_ca) vouches for the broker's certificate", wrong -> {
          Files.copy(certificates.certificate("ca"), ca, StandardCopyOption.REPLACE_EXISTING);
          return wrong;
        });
  }

  @Test
  void shouldSayThatTheHostIsAnotherWhenTheNameIsNotInTheCertificate() throws Exception {
    TestBroker broker = TestBroker.withTls(0, certificates, "elsewhere", false, "");
    refusesUntilMended(broker, config("ssl://localhost:" + broker.port(), ca()),
        "the broker's certificate is made for another host", wrong -> again(wrong, "server"));
  }

  @Test
  void shouldSayThatItHasExpiredWhenTheCertificateIsOld() throws Exception {
    TestBroker broker = TestBroker.withTls(0, certificates, "old", false, "");
    refusesUntilMended(broker, config("ssl://localhost:" + broker.port(), ca()),
        "the broker's certificate has expired (NotAfter:", wrong -> again(wrong, "server"));
  }

  @Test
  void shouldNameTheClockWhenTheCertificateIsNotValidYet() throws Exception {
    TestBroker broker = TestBroker.withTls(0, certificates, "early", false, "");
    refusesUntilMended(broker, config("ssl://localhost:" + broker.port(), ca()),
        "the broker's certificate is not valid yet (NotBefore:", wrong -> again(wrong, "server"));
  }

  @Test
  void shouldAskForACertificateWhenTheBrokerWantsOne() throws Exception {
    TestBroker broker = TestBroker.withTls(0, certificates, "server", true, "");
    refusesUntilMended(broker, config("ssl://localhost:" + broker.port(), ca()),
        "the bar's own certificate", wrong -> again(wrong, "server"));
  }

  @Test
  void shouldNameTheCertificateWhenTheBrokerRefusesIt() throws Exception {
    Path certificate = Files.copy(others.certificate("bar"), folder.resolve("bar.pem"));
    Path key = Files.copy(others.key("bar"), folder.resolve("key.pem"), StandardCopyOption.COPY_ATTRIBUTES);
    TestBroker broker = TestBroker.withTls(0, certificates, "server", true, "");
    refusesUntilMended(broker,
        config("ssl://localhost:" + broker.port(), ca() + "tls_certificate = \"bar.pem\"\ntls_key = \"key.pem\""),
        "the bar's own certificate, " + certificate, wrong -> {
          Files.copy(certificates.certificate("bar"), certificate, StandardCopyOption.REPLACE_EXISTING);
          Files.copy(certificates.key("bar"), key, StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
          return wrong;
        });
  }

  @Test
  void shouldNameTheUserWhenThePasswordIsWrong() throws Exception {
    secret("hunter22");
    TestBroker broker = new TestBroker(0, "", "right");
    refusesUntilMended(broker, config(broker.uri(), "user = \"kim\""),
        "the broker refuses user 'kim' or the password in the secrets file", wrong -> {
          secret("right");
          return wrong;
        });
  }

  @Test
  void shouldAskForAUserWhenThereIsNone() throws Exception {
    TestBroker broker = new TestBroker(0, "", "right");
    refusesUntilMended(broker, config(broker.uri(), ""), "the broker wants a user and a password", wrong -> {
      wrong.close();
      return new TestBroker(wrong.port());
    });
  }

  @Test
  void shouldSayThatThereIsNoTlsWhenThePortIsAPlainOne() throws Exception {
    TestBroker broker = new TestBroker();
    refusesUntilMended(broker, config("ssl://localhost:" + broker.port(), ca()),
        "it did not answer in time: does it speak TLS at this port",
        wrong -> again(wrong, "server"));
  }

  @Test
  void shouldSpeakOfTlsWhenThePortWantsItAndTheBarDoesNot() throws Exception {
    TestBroker broker = TestBroker.withTls(0, certificates, "server", false, "");
    refusesUntilMended(broker, config(broker.uri(), ""),
        "connection lost; where that comes at once: does the broker want TLS", wrong -> {
          wrong.close();
          return new TestBroker(wrong.port());
        });
  }

  @Test
  void shouldWaitForTheFileWhenItGoesWhileTheBarRuns() throws Exception {
    Path ca = folder.resolve("ca.pem");
    int port = freePort();
    TestBroker broker = TestBroker.withTls(port, certificates, "server", false, "");
    refusesUntilMended(broker, config("ssl://localhost:" + port, "tls_ca = \"ca.pem\""),
        "bar.toml:3: link.tls_ca: " + ca + ": no such file", wrong -> {
          Files.copy(certificates.certificate("ca"), ca);
          return wrong;
        });
  }
}
