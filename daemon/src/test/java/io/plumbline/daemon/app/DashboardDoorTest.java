package io.plumbline.daemon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.app.DaemonConfig.DashboardNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dashboard as a phone in the network meets it.
class DashboardDoorTest {
  private final Path folder;
  private Daemon daemon;
  private SSLContext trusting;
  private URI door;

  DashboardDoorTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    daemon = start(new DashboardNetwork("127.0.0.1", 0));
    trusting = trusting();
    door = URI.create(daemon.networkUris().getFirst());
  }

  private Daemon start(DashboardNetwork network) throws DaemonStartException {
    return Daemon.start(DaemonConfig.ephemeral(folder).withAccounts().withDashboard(network));
  }

  @BeforeEach
  void isOpen() {
    assertEquals("https", door.getScheme());
    assertEquals(1, daemon.networkUris().size());
  }

  @AfterEach
  void stop() {
    daemon.close();
  }

  private SSLContext trusting() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", authority(Files.readString(folder.resolve("broker-access/ca.pem"))));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Certificate authority(String pem) throws GeneralSecurityException, IOException {
    try (InputStream text = new java.io.ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
      return CertificateFactory.getInstance("X.509").generateCertificate(text);
    }
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(door.resolve(path)));
  }

  /// Status with a `Host` header of our choice.
  private String statusAs(String host) throws IOException {
    try (Socket socket = trusting.getSocketFactory().createSocket("127.0.0.1", door.getPort())) {
      socket.getOutputStream().write(("GET /api/session HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.split(" ", 3)[1];
    }
  }

  @Test
  void shouldServeThoseWhoTrustItsAuthorityWhenItHasADoor() throws Exception {
    HttpResponse<String> page = get("/");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("Plumbline"));
    HttpResponse<String> pem = get("/ca.pem");
    String print = HexFormat.ofDelimiter(":").formatHex(
        MessageDigest.getInstance("SHA-256").digest(authority(pem.body()).getEncoded())).toUpperCase(Locale.ROOT);
    assertEquals(daemon.authorityPrint(), print);
    assertEquals(401, get("/api/sets").statusCode(), "the network asks as everybody does");
    assertEquals(404, get("/metrics").statusCode());
    assertEquals(200, ask(HttpRequest.newBuilder(URI.create(daemon.httpUri() + "metrics"))).statusCode());
    try (HttpClient stranger = HttpClient.newHttpClient()) {
      assertThrows(SSLException.class,
          () -> stranger.send(HttpRequest.newBuilder(door).build(), BodyHandlers.ofString()));
    }
  }

  @Test
  void shouldAnswerToItsOwnNamesOnlyWhenANameIsMadeToResolveToIt() throws Exception {
    assertEquals("200", statusAs("localhost:" + door.getPort()));
    assertEquals("200", statusAs("LOCALHOST"));
    assertEquals("200", statusAs("[::1]:8443"));
    assertEquals("421", statusAs("evil.example"));
    assertEquals("421", statusAs("localhost.evil.example:" + door.getPort()));
  }

  @Test
  void shouldKeepTheCookieToTlsWhenSomebodyLogsInThere() throws Exception {
    String body = "{\"code\":\"" + daemon.setupCode() + "\",\"name\":\"Grace\",\"password\":\"three plates a side\"}";
    HttpRequest.Builder setup = HttpRequest.newBuilder(door.resolve("/api/setup")).POST(BodyPublishers.ofString(body))
        .header("Content-Type", "application/json");
    String plain = "http://" + door.getAuthority();
    assertEquals(403, ask(setup.copy().header("Origin", plain)).statusCode(), "another scheme is another origin");
    HttpResponse<String> opened = ask(setup.copy().header("Origin", "https://" + door.getAuthority()));
    assertEquals(200, opened.statusCode(), opened.body());
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("; Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
        cookie);
  }

  @Test
  void shouldKeepItsAuthorityWhenItIsStartedAgain() throws Exception {
    String print = daemon.authorityPrint();
    daemon.close();
    daemon = start(new DashboardNetwork("127.0.0.1", 0));
    door = URI.create(daemon.networkUris().getFirst());
    assertEquals(print, daemon.authorityPrint());
    assertEquals(200, get("/").statusCode());
  }

  @Test
  void shouldSayWhatHelpsWhenTheDoorCannotBeOpened() throws Exception {
    Path other = folder.resolve("other");
    DaemonConfig taken = DaemonConfig.ephemeral(other).withAccounts()
        .withDashboard(new DashboardNetwork("127.0.0.1", door.getPort()));
    String port = String.valueOf(assertThrows(DaemonStartException.class, () -> Daemon.start(taken)).getMessage());
    assertTrue(port.contains("--https-port"), port);
    DaemonConfig nowhere = taken.withDashboard(new DashboardNetwork("no such host", 0));
    String host = String.valueOf(assertThrows(DaemonStartException.class, () -> Daemon.start(nowhere)).getMessage());
    assertTrue(host.contains("--http-host"), host);
    assertFalse(host.contains("\n"), host);
  }
}
