package io.plumbline.bar.config;

/// A configuration that cannot be used; the message is one line with file, line, key, reason and the likely mend.
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message one line for a person
  public ConfigException(String message) {
    super(message);
  }
}
