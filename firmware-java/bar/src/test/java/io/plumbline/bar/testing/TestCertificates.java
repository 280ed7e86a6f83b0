package io.plumbline.bar.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An authority and what it signed, made anew by the JDK's own keytool. Everything stands in one PKCS#12 store.
public final class TestCertificates {
  /// Of the store and its keys.
  public static final String PASSWORD = "changeit";
  private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[]{'\n'});

  private final Path folder;
  private final Path store;

  public TestCertificates(Path folder) throws Exception {
    this.folder = folder;
    this.store = folder.resolve("store.p12");
    make("ca", "-ext", "bc:c");
  }

  /// A certificate of the authority.
  ///
  /// @param names as keytool has them: `dns:localhost,ip:127.0.0.1`
  public TestCertificates with(String alias, String names, String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of("-signer", "ca", "-ext", "SAN=" + names));
    options.addAll(List.of(more));
    make(alias, options.toArray(new String[0]));
    return this;
  }

  private void make(String alias, String... more) throws Exception {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1",
            "-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
            "CN=" + alias, "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of(more));
    Path log = folder.resolve("keytool.log");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("keytool: " + Files.readString(log));
    }
  }

  /// The store, for a broker that shows the certificate of an alias.
  public Path store(String alias) throws Exception {
    return write(alias + ".p12", alias, loaded().getKey(alias, PASSWORD.toCharArray()));
  }

  /// A store that trusts the authority.
  public Path trust() throws Exception {
    return write("trust.p12", "ca", null);
  }

  private Path write(String name, String alias, @Nullable Key key) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    if (key == null) {
      own.setCertificateEntry(alias, loaded().getCertificate(alias));
    } else {
      own.setKeyEntry(alias, key, PASSWORD.toCharArray(), loaded().getCertificateChain(alias));
    }
    Path file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      own.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /// A certificate as a PEM file.
  public Path certificate(String alias) throws Exception {
    Certificate certificate = Objects.requireNonNull(loaded().getCertificate(alias));
    return pem(folder.resolve(alias + ".pem"), "CERTIFICATE", certificate.getEncoded());
  }

  /// A private key as a PEM file that only its owner may read.
  public Path key(String alias) throws Exception {
    Key key = Objects.requireNonNull(loaded().getKey(alias, PASSWORD.toCharArray()));
    Path file = pem(folder.resolve(alias + "-key.pem"), "PRIVATE KEY", key.getEncoded());
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static Path pem(Path file, String label, byte[] bytes) throws IOException {
    return Files.writeString(file,
        "-----BEGIN " + label + "-----\n" + MIME.encodeToString(bytes) + "\n-----END " + label + "-----\n",
        StandardCharsets.US_ASCII);
  }

  private KeyStore loaded() throws Exception {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, PASSWORD.toCharArray());
    }
    return all;
  }
}
