package io.plumbline.bar.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What names a broker: an address, or how to find one; or says that there is none.
public final class BrokerText {
  /// The broker that announces itself in the local network.
  public static final String MDNS = "mdns";
  /// Followed by the name under which a broker announces itself.
  public static final String MDNS_NAMED = "mdns:";
  private static final String FORMS = "tcp://host:port, ssl://host:port (TLS), mdns, mdns:NAME, or \"\" for none";
  private static final Set<String> NONE_ELSEWHERE = Set.of("none", "off", "no", "-");
  private static final Map<String, String> USUAL_ELSEWHERE = Map.of("mqtt", "tcp", "mqtts", "ssl", "tls", "ssl");
  private static final int MOST_PORT = 65_535;
  private static final int MOST_NAME = 63;

  private BrokerText() {}

  /// Why a text names no broker, as the end of a sentence that begins with what it is of; empty where it does.
  public static Optional<String> problem(String text) {
    if (isNone(text)) {
      return Optional.empty();
    }
    if (isFound(text)) {
      String name = name(text);
      return text.equals(MDNS) || (!name.isBlank() && name.length() <= MOST_NAME)
          ? Optional.empty()
          : Optional.of("must name the broker after 'mdns:' in 1 to " + MOST_NAME + " characters, or be only mdns");
    }
    if (text.contains("@")) {
      // It may hold a password, so it is not repeated.
      return Optional.of("must not hold a user or a password: they go to link.user and to secrets.toml");
    }
    try {
      URI uri = new URI(text);
      boolean known = "tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
      if (known && uri.getHost() != null && uri.getPath().isEmpty() && uri.getQuery() == null
          && uri.getPort() <= MOST_PORT && uri.getPort() != 0) {
        return Optional.empty();
      }
    } catch (URISyntaxException e) {
      // Falls through to the message, which says what is expected.
    }
    return Optional.of("must be " + FORMS + ", but is '" + text + "'" + hint(text));
  }

  /// Whether it says that there is no broker.
  public static boolean isNone(String text) {
    return text.isEmpty();
  }

  /// Whether such a broker has to be looked for before it can be reached.
  public static boolean isFound(String text) {
    return text.equals(MDNS) || text.startsWith(MDNS_NAMED);
  }

  /// The name to look for, empty for any.
  public static String name(String text) {
    return text.startsWith(MDNS_NAMED) ? text.substring(MDNS_NAMED.length()) : "";
  }

  private static String hint(String text) {
    if (NONE_ELSEWHERE.contains(text.toLowerCase(Locale.ROOT))) {
      return ", did you mean ''?";
    }
    int end = text.indexOf("://");
    String scheme = end < 0 ? null : USUAL_ELSEWHERE.get(text.substring(0, end).toLowerCase(Locale.ROOT));
    String meant = scheme != null ? scheme + text.substring(end) : end < 0 ? "tcp://" + text : text;
    return !meant.equals(text) && problem(meant).isEmpty() ? ", did you mean '" + meant + "'?" : "";
  }
}
