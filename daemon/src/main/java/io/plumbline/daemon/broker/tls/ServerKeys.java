package io.plumbline.daemon.broker.tls;

import io.plumbline.contract.pairing.Secret;
import io.plumbline.daemon.broker.access.PrivateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/// What a server of the daemon, broker or dashboard, shows and proves itself with: made new at each start, and again when a third of its life is left or this computer is called
/// otherwise. In a PKCS#12 file, because servers want one; its password is never written down. Thread-safe.
public final class ServerKeys {
  private static final Duration LIFE = Duration.ofDays(90);
  private static final Duration RENEWED_BEFORE = LIFE.dividedBy(3);

  private final Authority authority;
  private final PrivateFolder folder;
  private final String file;
  private final InstantSource clock;
  private final Supplier<Set<String>> names;
  private final String password = Secret.lasting();
  private Set<String> certified;
  private Instant end;

  /// Makes the first ones.
  ///
  /// @param server whose they are: name of the file, without its ending
  /// @param names what this computer is called, asked again and again
  /// @throws IOException where they cannot be written
  public ServerKeys(Authority authority, PrivateFolder folder, String server, InstantSource clock,
      Supplier<Set<String>> names) throws IOException {
    this.authority = authority;
    this.folder = folder;
    this.file = server + ".p12";
    this.clock = clock;
    this.names = names;
    this.certified = names.get();
    this.end = make(certified);
  }

  /// The PKCS#12 file.
  public Path file() {
    return folder.file(file);
  }

  /// Of the file and the key in it.
  public String password() {
    return password;
  }

  /// Names and addresses that the certificate holds.
  public synchronized Set<String> certified() {
    return certified;
  }

  /// Makes new ones where that is due.
  ///
  /// @return whether it was
  /// @throws IOException where they cannot be written
  public synchronized boolean renew() throws IOException {
    Set<String> now = names.get();
    if (certified.containsAll(now) && clock.instant().isBefore(end.minus(RENEWED_BEFORE))) {
      return false;
    }
    end = make(now);
    certified = now;
    return true;
  }

  private Instant make(Set<String> forNames) throws IOException {
    try {
      KeyPair keys = Certificates.keys();
      X509Certificate certificate = Certificates.server(keys.getPublic(), forNames, authority.certificate(),
          authority.key(), clock.instant(), LIFE);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      // With the authority's: a bar that pairs knows only its fingerprint.
      store.setKeyEntry("server", keys.getPrivate(), password.toCharArray(),
          new Certificate[]{certificate, authority.certificate()});
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password.toCharArray());
      folder.write(file, bytes.toByteArray());
      return certificate.getNotAfter().toInstant();
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate can be made: " + e.getMessage(), e);
    }
  }
}
