package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// What the files of a [LinkSecurity] held when a connection was made. Tells nobody what it knows: it has no text.
final class LinkKeys {
  private final SSLSocketFactory sockets;
  private final String password;

  private LinkKeys(SSLSocketFactory sockets, String password) {
    this.sockets = sockets;
    this.password = password;
  }

  static LinkKeys open(LinkSecurity security, String password) throws ConfigException {
    NamedFile ca = security.ca();
    NamedFile certificate = security.certificate();
    NamedFile key = security.key();
    List<X509Certificate> trusted = ca == null ? List.of() : PemFiles.certificates(ca);
    List<X509Certificate> chain = certificate == null ? List.of() : PemFiles.certificates(certificate);
    PrivateKey own = chain.isEmpty() || key == null
        ? null
        : PemFiles.key(key, chain.getFirst().getPublicKey());
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own == null ? null : keyManagers(chain, own), trusted.isEmpty() ? null : trustManagers(trusted),
          null);
      return new LinkKeys(context.getSocketFactory(), password);
    } catch (GeneralSecurityException | IOException e) {
      throw new ConfigException("link: this Java cannot use these certificates: " + e.getMessage());
    }
  }

  private static TrustManager[] trustManagers(List<X509Certificate> trusted)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    for (int i = 0; i < trusted.size(); i++) {
      store.setCertificateEntry("ca-" + i, trusted.get(i));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keyManagers(List<X509Certificate> chain, PrivateKey key)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry("bar", key, new char[0], chain.toArray(new X509Certificate[0]));
    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /// Sockets of TLS that send at once.
  SSLSocketFactory sockets() {
    return new NoDelayTlsSocketFactory(sockets);
  }

  char @Nullable [] password() {
    return password.isEmpty() ? null : password.toCharArray();
  }
}
