package io.plumbline.bar.link;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts a broker whose authority has the fingerprint that a person carried here, and nobody else. The rest (dates, names, signatures) is judged as ever.
final class PairingTrust extends X509ExtendedTrustManager {
  /// Somebody else answers than who made the code.
  static final class StrangerException extends CertificateException {
    private static final long serialVersionUID = 1L;

    StrangerException() {
      super("another authority");
    }
  }

  private final String print;
  private volatile @Nullable X509Certificate authority;

  /// @param print SHA-256 in hexadecimal
  PairingTrust(String print) {
    this.print = print;
  }

  /// Whom it has trusted, null before.
  @Nullable
  X509Certificate authority() {
    return authority;
  }

  private X509ExtendedTrustManager judge(X509Certificate[] chain) throws CertificateException {
    for (X509Certificate certificate : chain) {
      if (print.equals(print(certificate))) {
        X509ExtendedTrustManager judge = judge(certificate);
        authority = certificate;
        return judge;
      }
    }
    throw new StrangerException();
  }

  private static String print(X509Certificate certificate) throws CertificateException {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e);
    }
  }

  private static X509ExtendedTrustManager judge(X509Certificate anchor) throws CertificateException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("authority", anchor);
      TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager judge) {
          return judge;
        }
      }
      throw new CertificateException("this Java judges no certificates");
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
    judge(chain).checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
    judge(chain).checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("the host's name has to be judged too");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
