package io.plumbline.bar.state;

import java.nio.file.Path;
import java.util.Map;

/// Where everything that the bar keeps is.
public final class StateFolder {
  private StateFolder() {}

  /// The usual folder: what systemd gave the service, else the user's own as the XDG Base Directory Specification has it.
  ///
  /// @param environment of the process
  /// @param home        of the user
  public static Path usual(Map<String, String> environment, String home) {
    String given = environment.getOrDefault("STATE_DIRECTORY", "");
    if (!given.isBlank()) {
      // A service may have several; the first is ours.
      return Path.of(given.split(":", -1)[0]);
    }
    String base = environment.getOrDefault("XDG_STATE_HOME", "");
    return base.startsWith("/") ? Path.of(base, "plumbline") : Path.of(home, ".local", "state", "plumbline");
  }
}
