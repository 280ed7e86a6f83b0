package io.plumbline.daemon.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the broker is.
///
/// @param uri      as the client library wants it: `tcp://host:port` or `ssl://host:port`, no password in it
/// @param user     null where the URL names none
/// @param password null where the URL holds none
public record BrokerAddress(String uri, @Nullable String user, @Nullable String password) {
  private static final String FORMS = "use tcp://HOST:PORT or ssl://HOST:PORT";
  private static final Map<String, String> SCHEMES = Map.of("tcp", "tcp", "mqtt", "tcp", "ssl", "ssl", "mqtts", "ssl",
      "tls", "ssl");

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
