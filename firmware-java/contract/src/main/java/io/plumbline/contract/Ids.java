package io.plumbline.contract;

import java.util.regex.Pattern;

/// What an id may look like. Ids end up in topics, file names and URLs, so they hold no separator, no wildcard and no blank.
public final class Ids {
  /// The rule as a regular expression that Java and JSON Schema read alike.
  public static final String PATTERN = "^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}$";

  private static final Pattern COMPILED = Pattern.compile(PATTERN);

  private Ids() {}

  /// Whether a text is an id.
  public static boolean isId(String text) {
    return COMPILED.matcher(text).matches();
  }
}
