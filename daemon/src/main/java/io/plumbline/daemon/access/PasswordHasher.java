package io.plumbline.daemon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// Passwords as Argon2id (RFC 9106), written as `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. Each takes its memory only while it is worked out, and only a few are at
/// once: a flood waits or is turned away. Thread-safe.
public final class PasswordHasher {
  /// Fewest characters (NIST SP 800-63B); there is no rule which ones.
  public static final int FEWEST_CHARACTERS = 10;
  /// Most characters.
  public static final int MOST_CHARACTERS = 256;

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MOST_AT_ONCE = 2;
  private static final long PATIENCE_MS = 5_000;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern PHC = Pattern.compile(
      "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]{8,64})\\$([A-Za-z0-9+/]{16,128})");

  /// What a hash costs.
  ///
  /// @param memoryKib kibibytes
  public record Cost(int memoryKib, int passes, int lanes) {
    /// OWASP's choice for Argon2id: 19 MiB, two passes, one lane.
    public static final Cost USUAL = new Cost(19_456, 2, 1);
  }

  private final Cost cost;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
  private final String nobodys;

  public PasswordHasher(Cost cost) {
    this.cost = cost;
    byte[] unknown = new byte[HASH_BYTES];
    RANDOM.nextBytes(unknown);
    this.nobodys = written(cost, salt(), unknown);
  }

  /// Refuses what is too short or too long.
  ///
  /// @throws IllegalArgumentException with one line for a person
  public static void requireUsable(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < FEWEST_CHARACTERS || length > MOST_CHARACTERS) {
      throw new IllegalArgumentException("password must have " + FEWEST_CHARACTERS + " to " + MOST_CHARACTERS
          + " characters; any are allowed, and several words are a good one");
    }
  }

  /// The hash of a new password, with a salt of its own.
  public String hash(String password) throws DeniedException {
    byte[] salt = salt();
    return written(cost, salt, work(cost, salt, password, HASH_BYTES));
  }

  /// Whether a password is the one that was hashed. Where there is no hash it takes as long and says no.
  public boolean matches(String password, @Nullable String hash) throws DeniedException {
    Matcher known = PHC.matcher(hash == null ? nobodys : hash);
    if (!known.matches()) {
      throw new IllegalStateException("the database holds a password hash of an unknown form");
    }
    byte[] expected = Base64.getDecoder().decode(known.group(5));
    byte[] found = work(cost(known), Base64.getDecoder().decode(known.group(4)), password, expected.length);
    return MessageDigest.isEqual(expected, found) && hash != null;
  }

  /// Whether a hash was made at another cost than today's.
  public boolean isOutdated(String hash) {
    Matcher known = PHC.matcher(hash);
    return !known.matches() || !cost(known).equals(cost);
  }

  private static Cost cost(Matcher phc) {
    return new Cost(Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
  }

  private static byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  private static String written(Cost cost, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=" + cost.memoryKib + ",t=" + cost.passes + ",p=" + cost.lanes + "$"
        + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }

  private byte[] work(Cost price, byte[] salt, String password, int bytes) throws DeniedException {
    try {
      if (!places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        throw DeniedException.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DeniedException.busy();
    }
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
          .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(price.memoryKib).withIterations(price.passes)
          .withParallelism(price.lanes).withSalt(salt).build());
      byte[] hash = new byte[bytes];
      // The same letters may be typed as different code points.
      generator.generateBytes(
          Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      places.release();
    }
  }
}
