package io.plumbline.daemon.access;

import io.plumbline.contract.payload.Texts;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who may log in.
///
/// @param id        made by the daemon once and never given again
/// @param name      as it is typed at the login; two that differ only in case or width are one
/// @param athleteId of [Role#ATHLETE], whose data it sees; null for the others
/// @param disabled  whether it is shut out
public record Account(String id, String name, Role role, @Nullable String athleteId, boolean disabled,
    Instant createdAt) {
  private static final int MOST_CHARACTERS = 64;
  private static final Pattern TEXT = Pattern.compile(Texts.PATTERN);

  public Account {
    if (name.codePointCount(0, name.length()) > MOST_CHARACTERS || !TEXT.matcher(name).matches()) {
      throw new IllegalArgumentException("name must be a text of 1 to " + MOST_CHARACTERS
          + " characters, not blank and without control characters");
    }
    if ((role == Role.ATHLETE) != (athleteId != null)) {
      throw new IllegalArgumentException("athlete_id must name an athlete where the role is athlete, and be null else");
    }
  }

  /// By which a name is found.
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
