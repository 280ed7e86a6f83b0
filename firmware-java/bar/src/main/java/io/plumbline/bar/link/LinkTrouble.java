package io.plumbline.bar.link;

import io.plumbline.bar.config.ConfigException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/// What a failure of the link means, and what may mend it, in one line for a person.
final class LinkTrouble {
  private static final String CLOCK = "; this computer's clock says ";

  private LinkTrouble() {}

  static String describe(Throwable reason, LinkConfig config) {
    boolean tls = config.brokerUri().startsWith("ssl:");
    String refused = refusal(reason, config.security(), tls);
    if (refused != null) {
      return refused;
    }
    String words = tls ? tls(reason, config) : null;
    return words == null ? network(reason, config) : words;
  }

  /// What the broker itself said.
  private static @Nullable String refusal(Throwable reason, LinkSecurity security, boolean tls) {
    MqttException said = find(reason, MqttException.class);
    return switch (said == null ? 0 : said.getReasonCode()) {
      case MqttException.REASON_CODE_FAILED_AUTHENTICATION, MqttException.REASON_CODE_NOT_AUTHORIZED ->
        security.user().isEmpty()
            ? "the broker wants a user and a password: set link.user and the secrets file"
            : "the broker refuses user '" + security.user() + "' or the password in the secrets file";
      case MqttException.REASON_CODE_INVALID_CLIENT_ID -> "the broker refuses this bar's id";
      case MqttException.REASON_CODE_SUBSCRIBE_FAILED ->
        "the broker does not let this bar hear the daemon (topic ack): see its access rules";
      case MqttException.REASON_CODE_CLIENT_TIMEOUT -> tls
          ? "it did not answer in time: does it speak TLS at this port (often 8883)?"
          : "it did not answer in time";
      default -> null;
    };
  }

  private static @Nullable String tls(Throwable reason, LinkConfig config) {
    CertificateExpiredException expired = find(reason, CertificateExpiredException.class);
    if (expired != null) {
      return "the broker's certificate has expired (" + expired.getMessage() + CLOCK + today()
          + "): have it renewed, or set the clock";
    }
    CertificateNotYetValidException early = find(reason, CertificateNotYetValidException.class);
    if (early != null) {
      return "the broker's certificate is not valid yet (" + early.getMessage() + CLOCK + today() + "): set the clock";
    }
    if (find(reason, CertPathBuilderException.class) != null
        || find(reason, CertPathValidatorException.class) != null) {
      NamedFile ca = config.security().ca();
      return ca == null
          ? "nobody whom Java trusts vouches for the broker's certificate: name its authority in link.tls_ca"
          : "nobody in " + ca.path() + " (link.tls_ca) vouches for the broker's certificate: is it the right"
              + " authority's file?";
    }
    CertificateException named = find(reason, CertificateException.class);
    if (named != null && String.valueOf(named.getMessage()).matches("No (name|subject alternative).*")) {
      return "the broker's certificate is made for another host: use a name that is in it, or have it made for this one";
    }
    SSLException failed = find(reason, SSLException.class);
    return failed == null ? null : alert(String.valueOf(failed.getMessage()), config.security());
  }

  private static @Nullable String alert(String message, LinkSecurity security) {
    if (message.contains("Unsupported or unrecognized SSL message")) {
      return "it speaks no TLS at this port: is it another one (often 8883), or tcp:// that is meant?";
    }
    String lower = message.toLowerCase(Locale.ROOT);
    // Only an alert is the broker's word.
    if (!lower.contains("fatal alert")) {
      return null;
    }
    if (!lower.contains("certificate") && !lower.contains("unknown_ca") && !lower.contains("handshake_failure")) {
      return null;
    }
    NamedFile own = security.certificate();
    if (own == null) {
      return "the broker wants the bar's own certificate: name it in link.tls_certificate, its key in link.tls_key";
    }
    String why = expiry(own);
    return "the broker refuses the bar's own certificate, " + own.path() + " (link.tls_certificate)"
        + (why.isEmpty() ? ": is it from the authority that the broker trusts?" : why);
  }

  private static String expiry(NamedFile own) {
    try {
      Date end = PemFiles.certificates(own).getFirst().getNotAfter();
      return end.toInstant().isBefore(Instant.now())
          ? ": it has expired (" + end.toInstant() + CLOCK + today() + ")"
          : "";
    } catch (ConfigException e) {
      return "";
    }
  }

  private static String network(Throwable reason, LinkConfig config) {
    if (find(reason, UnknownHostException.class) != null) {
      return "there is no such host: is the name right, and is there a network?";
    }
    if (find(reason, NoRouteToHostException.class) != null || find(reason, SocketTimeoutException.class) != null) {
      return "no answer: is the host on, and is there a network?";
    }
    ConnectException refused = find(reason, ConnectException.class);
    if (refused != null) {
      return refused.getMessage() + "; is it running?";
    }
    if (find(reason, EOFException.class) != null || find(reason, SocketException.class) != null) {
      return "connection lost; where that comes at once: " + question(config);
    }
    Throwable cause = reason;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /// In TLS 1.3 a broker judges the bar's certificate when the bar has taken the connection for made (RFC 8446, section 4.4.2.4), and its word may be
  /// overtaken by the end of the connection.
  private static String question(LinkConfig config) {
    if (!config.brokerUri().startsWith("ssl:")) {
      return "does the broker want TLS (ssl://) at this port?";
    }
    NamedFile own = config.security().certificate();
    return own == null
        ? "does the broker want the bar's own certificate (link.tls_certificate)?"
        : "does the broker refuse the bar's own certificate, " + own.path() + " (link.tls_certificate)?";
  }

  /// No finer, because a line is told again when it changes.
  private static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  }

  private static <T extends Throwable> @Nullable T find(Throwable reason, Class<T> type) {
    T found = null;
    for (Throwable cause = reason; cause != null && found == null; cause = cause.getCause()) {
      found = type.isInstance(cause) ? type.cast(cause) : null;
    }
    return found;
  }
}
