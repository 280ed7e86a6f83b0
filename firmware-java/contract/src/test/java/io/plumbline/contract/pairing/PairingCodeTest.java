package io.plumbline.contract.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final PairingCode CODE = PairingCode.fresh("garage", List.of("gym.local", "192.168.1.20", "fd00::1"),
      8883, new byte[32], Instant.parse("2026-11-23T11:30:00Z"));

  @Test
  void shouldBeReadAsItWasWrittenWhenItIsCopied() {
    assertEquals(CODE, PairingCode.parse(" " + CODE.text() + "\n"));
    assertTrue(CODE.text().matches("[a-zA-Z0-9_-]+"), "one word without quotes: " + CODE.text());
  }

  // Bar ids of three lengths, so that the last sign carries no, two and four bits of its own.
  @ParameterizedTest
  @ValueSource(strings = {"bar", "bar1", "bar12"})
  void shouldBeRefusedWhenAnySignIsAnother(String barId) {
    String text = PairingCode.fresh(barId, CODE.hosts(), 8883, new byte[32], CODE.until()).text();
    for (int i = 0; i < text.length(); i++) {
      for (int k = 0; k < SIGNS.length(); k++) {
        if (SIGNS.charAt(k) != text.charAt(i)) {
          String wrong = text.substring(0, i) + SIGNS.charAt(k) + text.substring(i + 1);
          assertThrows(IllegalArgumentException.class, () -> PairingCode.parse(wrong), wrong);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garage", "plumb1-", "plumb1-AAAA", "plumb1-!!", "plumb2-AAAAAAAAAAAA"})
  void shouldBeRefusedInOneLineWhenItIsNone(String text) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> PairingCode.parse(text));
    assertTrue(String.valueOf(refused.getMessage()).contains("copy the whole line"), refused.getMessage());
  }

  @Test
  void shouldBeRefusedWhenItIsCutShort() {
    String text = CODE.text();
    for (int end = 0; end < text.length(); end++) {
      String cut = text.substring(0, end);
      assertThrows(IllegalArgumentException.class, () -> PairingCode.parse(cut), cut);
    }
  }

  @Test
  void shouldNotShowItsSecretWhenItIsLogged() {
    assertFalse(CODE.toString().contains(CODE.secret()));
  }

  @Test
  void shouldHaveAnotherSecretWhenItIsMadeAgain() {
    PairingCode other = PairingCode.fresh("garage", CODE.hosts(), 8883, new byte[32], CODE.until());
    assertNotEquals(CODE.secret(), other.secret());
    assertNotEquals(CODE.user(), other.user());
  }

  @Test
  void shouldTakeOnlyItsSecretWhenAVerifierIsAsked() {
    String secret = Secret.lasting();
    Verifier verifier = Verifier.of(secret);
    assertEquals(43, secret.length());
    assertTrue(verifier.accepts(secret));
    assertFalse(verifier.accepts(secret + "x"));
    assertFalse(verifier.accepts(""));
    assertNotEquals(verifier, Verifier.of(secret), "each has a salt of its own");
    assertEquals(Optional.of(verifier), Verifier.parse(verifier.text()));
  }

  @Test
  void shouldAgreeWithMosquittoWhenItsFileIsRead() {
    // mosquitto_passwd 2.0.11: mosquitto_passwd -c -b FILE somebody correct-horse
    Verifier made = new Verifier(
        "$7$101$2wAT/zFE3na0LUlf$Np2XrqxA9YnYHa/XGnHEeql1h3//JzZ38ZFMcOaG5n7ftotLaHBXPu36MiyllodCz+FIWdhuUZBNPsfZrlHbVg==");
    assertTrue(made.accepts("correct-horse"));
    assertFalse(made.accepts("wrong-horse"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "$7$1000000$AAAAAAAAAAAAAAAA$AAAA", "$6$101$AAAAAAAAAAAAAAAA$AAAA"})
  void shouldBeRefusedWhenItIsNoVerifier(String text) {
    assertEquals(Optional.empty(), Verifier.parse(text));
  }
}
