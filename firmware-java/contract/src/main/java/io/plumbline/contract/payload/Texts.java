package io.plumbline.contract.payload;

/// What a text for people may look like.
public final class Texts {
  private static final String CONTROL = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff";

  /// Anything but control characters, line separators and half surrogate pairs (which are no UTF-8), with at least one character that is not a
  /// space. A regular expression that Java and JSON Schema read alike.
  public static final String PATTERN = "^[^" + CONTROL + "]*[^ \\u00a0" + CONTROL + "][^" + CONTROL + "]*$";

  private Texts() {}
}
