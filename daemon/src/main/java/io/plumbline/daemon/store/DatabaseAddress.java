package io.plumbline.daemon.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the database is.
///
/// @param shown    for messages: without a password
/// @param user     null where the URL names none
/// @param password null where the URL holds none
public record DatabaseAddress(Dialect dialect, String jdbcUrl, String shown, @Nullable String user,
    @Nullable String password) {
  /// Kinds of database.
  public enum Dialect {
    SQLITE,
    POSTGRESQL
  }

  private static final String FORMS = "use sqlite:FILE or postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

  /// The database file inside a data folder.
  public static DatabaseAddress inFolder(Path folder) {
    return sqlite(folder.resolve("plumbline.db").toString());
  }

  /// Reads an address as a person writes it.
  ///
  /// @throws IllegalArgumentException where it is none; the message is one line for a person
  public static DatabaseAddress parse(String text) {
    String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    if (url.startsWith("sqlite:")) {
      String file = url.substring("sqlite:".length());
      if (file.isBlank() || file.contains("?") || file.startsWith(":")) {
        throw new IllegalArgumentException("database URL '" + text + "' names no file: " + FORMS);
      }
      return sqlite(file);
    }
    if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
      return postgresql(url);
    }
    throw new IllegalArgumentException("database URL '" + scheme(text) + "' is of no known kind: " + FORMS);
  }

  private static DatabaseAddress sqlite(String file) {
    return new DatabaseAddress(Dialect.SQLITE, "jdbc:sqlite:" + file, "sqlite:" + file, null, null);
  }

  private static DatabaseAddress postgresql(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      // The text may hold a password, so it is not repeated.
      throw new IllegalArgumentException("database URL cannot be read (" + e.getReason() + " at " + e.getIndex()
          + "): " + FORMS, e);
    }
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException("database URL names no host or no database: " + FORMS);
    }
    String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String userInfo = uri.getRawUserInfo();
    String user = null;
    String password = null;
    if (userInfo != null) {
      int colon = userInfo.indexOf(':');
      user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
      password = colon < 0 ? null : decoded(userInfo.substring(colon + 1));
    }
    return new DatabaseAddress(Dialect.POSTGRESQL, "jdbc:postgresql://" + place + query, "postgresql://" + place, user,
        password);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String scheme(String text) {
    int colon = text.indexOf("://");
    return colon < 0 ? text : text.substring(0, colon + 3) + "…";
  }
}
