package io.plumbline.contract.pairing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What is kept of a random secret, so that whoever reads it cannot log in: salted PBKDF2-HMAC-SHA512 in the form of Mosquitto's password file,
/// `$7$<iterations>$<salt>$<hash>`. 101 iterations, as mosquitto_passwd makes: a slow hash makes guessing dear, and what has 128 random bits or more
/// cannot be guessed at any price, so time would be spent at each connection for nothing. Not for passwords that people choose.
///
/// @param text that form
public record Verifier(String text) {
  private static final int ITERATIONS = 101;
  private static final int SALT_BYTES = 12;
  private static final int HASH_BYTES = 64;
  /// Other iterations are not taken: a number that somebody else chose could keep a broker busy for hours.
  private static final Pattern FORM = Pattern.compile("\\$7\\$101\\$([A-Za-z0-9+/=]{16,88})\\$([A-Za-z0-9+/]{86}==)");

  public Verifier {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("is no verifier");
    }
  }

  /// Of a secret, with a new salt.
  public static Verifier of(String secret) {
    byte[] salt = Secret.bytes(SALT_BYTES);
    Base64.Encoder base64 = Base64.getEncoder();
    return new Verifier("$7$" + ITERATIONS + "$" + base64.encodeToString(salt) + "$"
        + base64.encodeToString(hash(secret, salt)));
  }

  /// Reads one; empty where the text is none.
  public static Optional<Verifier> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Verifier(text)) : Optional.empty();
  }

  /// Whether it was made of this secret.
  public boolean accepts(String secret) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    Base64.Decoder base64 = Base64.getDecoder();
    try {
      return MessageDigest.isEqual(base64.decode(parts.group(2)), hash(secret, base64.decode(parts.group(1))));
    } catch (IllegalArgumentException e) {
      // Padding in the middle of the salt.
      return false;
    }
  }

  private static byte[] hash(String secret, byte[] salt) {
    if (secret.isEmpty()) {
      // Java has no empty key; nothing is made of an empty secret either.
      return new byte[HASH_BYTES];
    }
    try {
      PBEKeySpec key = new PBEKeySpec(secret.toCharArray(), salt, ITERATIONS, HASH_BYTES * Byte.SIZE);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2WithHmacSHA512", e);
    }
  }
}
