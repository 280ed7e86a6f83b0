package io.plumbline.daemon.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an account is for.
public enum Role {
  /// Sees and changes everything, and makes accounts.
  COACH,
  /// Sees what belongs to one athlete, and tells how that one is.
  ATHLETE,
  /// A screen: what is live, and nothing else.
  WALL;

  /// As it stands in the database and in JSON.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> fromId(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }
}
