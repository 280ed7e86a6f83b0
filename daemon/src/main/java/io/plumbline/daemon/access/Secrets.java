package io.plumbline.daemon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// What nobody may guess: codes that a person types, and tokens that a browser keeps. Thread-safe.
public final class Secrets {
  /// Crockford's base 32: no letter that looks like a digit.
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUPS = 4;
  private static final int GROUP_LETTERS = 4;
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// A code of 80 bits in four groups, as `7K2M-X9QD-04TB-HWZ3`.
  public static String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LETTERS; i++) {
      code.append(i > 0 && i % GROUP_LETTERS == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /// A token of 256 bits, for a URL or a cookie.
  public static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// A code as it was meant: without groups, in capitals, and with the digit where a letter was read for it.
  static String plain(String code) {
    return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
  }

  /// The token that a page sends with each change, beside the cookie. Worked out from the session's, so that it needs no place of its own.
  public static String csrfToken(String sessionToken) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("plumbline csrf " + sessionToken));
  }

  /// SHA-256 in hexadecimal, as the database keeps it. Enough for what is random; passwords take [PasswordHasher].
  static String hash(String secret) {
    return HexFormat.of().formatHex(digest(secret));
  }

  /// Compares without telling by time where they differ.
  public static boolean same(String a, String b) {
    return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
