package io.plumbline.daemon.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Where the broker is.
///
/// @param uri      as the client library wants it: `tcp://host:port` or `ssl://host:port`, no password in it
/// @param user     null where the URL names none
/// @param password null where the URL holds none
/// @param sockets  for TLS with a broker whose authority Java does not know, null for the usual ones
public record BrokerAddress(String uri, @Nullable String user, @Nullable String password,
    @Nullable SSLSocketFactory sockets) {
  private static final String FORMS = "use tcp://HOST:PORT or ssl://HOST:PORT";
  private static final Map<String, String> SCHEMES = Map.of("tcp", "tcp", "mqtt", "tcp", "ssl", "ssl", "mqtts", "ssl",
      "tls", "ssl");

  /// Of a broker without TLS, or with an authority that Java knows.
  public BrokerAddress(String uri, @Nullable String user, @Nullable String password) {
    this(uri, user, password, null);
  }

  /// The same broker, believed by the authorities of a file and no others. The file is read now.
  ///
  /// @param authorities certificates in PEM
  /// @throws IllegalArgumentException where that cannot be; the message is one line for a person
  public BrokerAddress trusting(Path authorities) {
    if (!uri.startsWith("ssl:")) {
      throw new IllegalArgumentException("--broker-ca goes with a broker that speaks TLS: use ssl://HOST:PORT");
    }
    return new BrokerAddress(uri, user, password, BrokerTrust.sockets(authorities));
  }

  /// Reads an address as a person writes it; the port defaults to 1883, with TLS to 8883.
  ///
  /// @throws IllegalArgumentException where it is none; the message is one line for a person
  public static BrokerAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      // The text may hold a password, so it is not repeated.
      throw new IllegalArgumentException(
          "broker URL cannot be read (" + e.getReason() + " at " + e.getIndex() + "): " + FORMS, e);
    }
    String scheme = uri.getScheme() == null ? null : SCHEMES.get(uri.getScheme());
    if (scheme == null) {
      throw new IllegalArgumentException("broker URL has no known scheme: " + FORMS);
    }
    if (uri.getHost() == null || !(uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
      throw new IllegalArgumentException("broker URL names no host, or something behind the port: " + FORMS);
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("ssl") ? 8883 : 1883;
    String userInfo = uri.getUserInfo();
    int colon = userInfo == null ? -1 : userInfo.indexOf(':');
    String user = userInfo == null ? null : colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = userInfo == null || colon < 0 ? null : userInfo.substring(colon + 1);
    return new BrokerAddress(scheme + "://" + uri.getHost() + ":" + port, user, password);
  }

  /// Without the password: safe in any log.
  @Override
  public String toString() {
    return uri;
  }
}
