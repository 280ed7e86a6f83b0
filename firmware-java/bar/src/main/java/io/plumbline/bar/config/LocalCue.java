package io.plumbline.bar.config;

import java.util.Locale;

/// What can be told at the bar itself, the most important first.
public enum LocalCue {
  /// The set ends here: velocity was lost, or the bar drifted to the athlete's limit.
  STOP,
  /// One side is heavier.
  UNEVEN_PLATES,
  /// The bar was yanked from the floor.
  JERKED_START,
  /// The bar drifts away now.
  FORWARD_DRIFT,
  /// A rep was counted.
  REP_COUNTED;

  /// Its name in the configuration.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its name for people.
  public String words() {
    return key().replace('_', ' ');
  }
}
