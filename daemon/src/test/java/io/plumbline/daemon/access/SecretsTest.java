package io.plumbline.daemon.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.daemon.access.PasswordHasher.Cost;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final long SECOND_NS = 1_000_000_000L;

  @Test
  void shouldHashWithOwaspsCostWhenAPasswordIsNew() throws Exception {
    PasswordHasher hasher = new PasswordHasher(Cost.USUAL);
    String hash = hasher.hash("correct horse battery");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertNotEquals(hash, hasher.hash("correct horse battery"), "a salt of its own");
    assertTrue(hasher.matches("correct horse battery", hash));
    assertFalse(hasher.matches("correct horse batterY", hash));
    assertFalse(hasher.matches("correct horse battery", null));
    assertFalse(hasher.isOutdated(hash));
  }

  /// RFC 9106 has no example without a secret key; the reference implementation's own test has.
  @Test
  void shouldKnowAHashWhenAnotherImplementationMadeIt() throws Exception {
    String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    PasswordHasher hasher = new PasswordHasher(Cost.USUAL);
    assertTrue(hasher.matches("password", hash));
    assertTrue(hasher.isOutdated(hash));
  }

  @Test
  void shouldTakeAnyCharactersWhenAPasswordIsLongEnough() {
    PasswordHasher.requireUsable("          ");
    PasswordHasher.requireUsable("ö".repeat(PasswordHasher.MOST_CHARACTERS));
    assertThrows(IllegalArgumentException.class, () -> PasswordHasher.requireUsable("123456789"));
    assertThrows(IllegalArgumentException.class,
        () -> PasswordHasher.requireUsable("a".repeat(PasswordHasher.MOST_CHARACTERS + 1)));
  }

  @Test
  void shouldMakeReadableCodesOfEnoughBitsWhenAsked() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String code = Secrets.code();
      assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"), code);
      codes.add(code);
    }
    assertEquals(1000, codes.size());
    assertEquals("01180A", Secrets.plain("oIl8-0a "), "as a person may type it");
    assertEquals(43, Secrets.token().length(), "256 bits in base 64");
  }

  @Test
  void shouldLetOneTryEachPeriodWhenTheFirstOnesAreUsed() throws Exception {
    AtomicLong now = new AtomicLong(7);
    AttemptLimit limit = new AttemptLimit(3, 10, now::get);
    for (int i = 0; i < 3; i++) {
      limit.take("a");
    }
    assertEquals(10, assertThrows(DeniedException.class, () -> limit.take("a")).retryAfterS());
    limit.take("b");
    now.addAndGet(9 * SECOND_NS);
    assertEquals(1, assertThrows(DeniedException.class, () -> limit.take("a")).retryAfterS());
    now.addAndGet(SECOND_NS);
    limit.take("a");
    assertThrows(DeniedException.class, () -> limit.take("a"));
    limit.giveBack("a");
    limit.take("a");
  }
}
