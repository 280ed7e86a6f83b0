package io.plumbline.daemon.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whom the daemon believes that it speaks with its broker.
final class BrokerTrust {
  private BrokerTrust() {}

  /// Sockets that trust the authorities of a file, and nobody else.
  ///
  /// @param file certificates in PEM
  /// @throws IllegalArgumentException where it cannot be used; the message is one line for a person
  static SSLSocketFactory sockets(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> trusted = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (trusted.isEmpty()) {
        throw unusable(file, "holds no certificate", null);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate certificate : trusted) {
        store.setCertificateEntry("ca-" + store.size(), certificate);
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (NoSuchFileException e) {
      throw unusable(file, "does not exist", e);
    } catch (CertificateException e) {
      throw unusable(file, "holds no certificate", e);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, "cannot be used (" + e.getMessage() + ")", e);
    }
  }

  private static IllegalArgumentException unusable(Path file, String why, @Nullable Exception cause) {
    return new IllegalArgumentException("--broker-ca: " + file + " " + why
        + ": give the certificate of the broker's authority, as a PEM file", cause);
  }
}
