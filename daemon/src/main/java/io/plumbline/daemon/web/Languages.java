package io.plumbline.daemon.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which of the languages that the coach speaks a reader prefers, by `Accept-Language` (RFC 9110, section 12.5.4).
final class Languages {
  private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN);

  private Languages() {}

  /// English where none is known or the header makes no sense. The answer says which it is.
  static Locale choose(Context context) {
    Locale locale = preferred(context.header("Accept-Language"));
    context.header("Content-Language", locale.getLanguage()).header("Vary", "Accept-Language");
    return locale;
  }

  private static Locale preferred(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      Locale known = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
      return known == null ? Locale.ENGLISH : known;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
