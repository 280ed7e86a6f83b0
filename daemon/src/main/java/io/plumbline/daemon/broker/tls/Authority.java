package io.plumbline.daemon.broker.tls;

import io.plumbline.daemon.broker.access.PrivateFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/// Who vouches for this daemon's broker: made once, kept in `ca.pem` and `ca-key.pem` (readable by their owner only), known to bars by its fingerprint.
/// Immutable.
///
/// @param certificate what bars keep
/// @param key         signs the broker's certificates
public record Authority(X509Certificate certificate, PrivateKey key) {
  private static final String CERTIFICATE = "ca.pem";
  private static final String KEY = "ca-key.pem";
  /// Longer than a bar is used: a new one means pairing every bar again.
  private static final Duration LIFE = Duration.ofDays(20 * 365);

  /// Reads it, or makes it where there is none yet.
  ///
  /// @throws IOException where the files cannot be used; the message is one line for a person
  public static Authority open(PrivateFolder folder, InstantSource clock) throws IOException {
    try {
      if (!Files.exists(folder.file(CERTIFICATE)) && !Files.exists(folder.file(KEY))) {
        KeyPair keys = Certificates.keys();
        X509Certificate made = Certificates.authority(keys, "Plumbline daemon", clock.instant(), LIFE);
        // The certificate last: it says that both are there.
        folder.write(KEY, pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
        folder.write(CERTIFICATE, pem(made));
      }
      X509CertificateHolder holder = read(folder.file(CERTIFICATE), X509CertificateHolder.class);
      X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
      certificate.checkValidity(Date.from(clock.instant()));
      return new Authority(certificate,
          new JcaPEMKeyConverter().getPrivateKey(read(folder.file(KEY), PrivateKeyInfo.class)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IOException(folder.path() + ": " + CERTIFICATE + " and " + KEY + " cannot be used (" + e.getMessage()
          + "): take both from a backup, or remove both and pair the bars again", e);
    }
  }

  /// The certificate as a PEM file has it.
  public String pem() {
    try {
      return pem(certificate);
    } catch (IOException e) {
      throw new IllegalStateException("a text is always written", e);
    }
  }

  /// SHA-256 of the certificate, 32 bytes.
  public byte[] fingerprint() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String pem(Object content) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(content);
    }
    return text.toString();
  }

  private static <T> T read(Path file, Class<T> type) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
      Object content = parser.readObject();
      if (!type.isInstance(content)) {
        throw new IOException(file.getFileName() + " is damaged");
      }
      return type.cast(content);
    }
  }
}
