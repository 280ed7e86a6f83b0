package io.plumbline.daemon.ingest;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/// Says in one line why a broker cannot be reached.
final class Reasons {
  private Reasons() {}

  static String of(Throwable e) {
    String certificate = ofCertificate(e);
    if (certificate != null) {
      return certificate;
    }
    Throwable cause = e.getCause();
    String text = cause != null && cause.getMessage() != null ? cause.getMessage() : e.getMessage();
    return text == null ? e.toString() : text;
  }

  /// What is wrong with the certificate that the broker shows, null where it is something else.
  private static @Nullable String ofCertificate(Throwable e) {
    String found = null;
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
        return "nobody who is trusted vouches for the broker's certificate: --broker-ca FILE names the authority of a broker that has its own";
      }
      if (cause instanceof CertificateException) {
        found = "the broker's certificate does not fit: " + cause.getMessage();
      }
    }
    return found;
  }
}
