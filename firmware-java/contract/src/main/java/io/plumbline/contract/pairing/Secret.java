package io.plumbline.contract.pairing;

import java.security.SecureRandom;
import java.util.Base64;

/// Random secrets as text that needs no quotes anywhere: base64url without padding.
public final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LASTING_BYTES = 32;
  private static final int ONCE_BYTES = 16;

  private Secret() {}

  /// 256 random bits, for a password that lasts.
  public static String lasting() {
    return text(LASTING_BYTES);
  }

  /// 128 random bits, for a password that is good for minutes.
  public static String once() {
    return text(ONCE_BYTES);
  }

  private static String text(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
