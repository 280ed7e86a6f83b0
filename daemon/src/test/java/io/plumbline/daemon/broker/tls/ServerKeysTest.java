package io.plumbline.daemon.broker.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.broker.access.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeysTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir
  private Path folder = Path.of("set by JUnit");
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicReference<Set<String>> names = new AtomicReference<>(Set.of("gym.local", "192.168.1.20", "::1"));

  private static X509Certificate shown(ServerKeys keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys.file())) {
      store.load(in, keys.password().toCharArray());
    }
    assertEquals(2, store.getCertificateChain("server").length, "the authority's is shown too");
    return (X509Certificate) store.getCertificate("server");
  }

  private ServerKeys keys(PrivateFolder kept) throws Exception {
    return new ServerKeys(Authority.open(kept, now::get), kept, "broker", now::get, names::get);
  }

  @Test
  void shouldStayTheSameAuthorityWhenTheDaemonStartsAgain() throws Exception {
    PrivateFolder kept = PrivateFolder.open(folder.resolve("keys"));
    Authority first = Authority.open(kept, now::get);
    Authority again = Authority.open(kept, now::get);
    assertArrayEquals(first.fingerprint(), again.fingerprint());
    assertEquals("EC", first.key().getAlgorithm());
    first.certificate().verify(first.certificate().getPublicKey());
    for (String file : Set.of("ca-key.pem", "ca.pem")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file(file))), file);
    }
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.path())));
  }

  @Test
  void shouldVouchForEveryNameWhenACertificateIsMade() throws Exception {
    PrivateFolder kept = PrivateFolder.open(folder.resolve("keys"));
    X509Certificate shown = shown(keys(kept));
    shown.verify(Authority.open(kept, now::get).certificate().getPublicKey());
    assertEquals(3, shown.getSubjectAlternativeNames().size(), shown.getSubjectAlternativeNames().toString());
    assertEquals(-1, shown.getBasicConstraints(), "it vouches for nobody");
    assertEquals("rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file("broker.p12"))));
  }

  @Test
  void shouldBeRenewedBeforeItEnds() throws Exception {
    ServerKeys keys = keys(PrivateFolder.open(folder.resolve("keys")));
    X509Certificate first = shown(keys);
    now.set(START.plus(Duration.ofDays(59)));
    assertFalse(keys.renew());
    now.set(START.plus(Duration.ofDays(61)));
    first.checkValidity(Date.from(now.get()));
    assertTrue(keys.renew());
    now.set(START.plus(Duration.ofDays(100)));
    assertThrows(CertificateExpiredException.class, () -> first.checkValidity(Date.from(now.get())));
    shown(keys).checkValidity(Date.from(now.get()));
  }

  @Test
  void shouldBeRenewedWhenTheComputerGetsAnotherAddress() throws Exception {
    ServerKeys keys = keys(PrivateFolder.open(folder.resolve("keys")));
    names.set(Set.of("gym.local"));
    assertFalse(keys.renew(), "one name less is no reason");
    names.set(Set.of("gym.local", "192.168.1.77"));
    assertTrue(keys.renew());
    assertTrue(shown(keys).getSubjectAlternativeNames().toString().contains("192.168.1.77"));
  }

  @Test
  void shouldBeRefusedInOneLineWhenTheFilesAreDamaged() throws Exception {
    PrivateFolder kept = PrivateFolder.open(folder.resolve("keys"));
    Authority.open(kept, now::get);
    Files.writeString(kept.file("ca-key.pem"), "nothing\n");
    IOException refused = assertThrows(IOException.class, () -> Authority.open(kept, now::get));
    assertTrue(String.valueOf(refused.getMessage()).contains("pair the bars again"), refused.getMessage());
  }
}
