package io.plumbline.daemon.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @ParameterizedTest
  @CsvSource({"sqlite:/a/b.db,jdbc:sqlite:/a/b.db,", "jdbc:sqlite:b.db,jdbc:sqlite:b.db,",
      "postgresql://ada:s%40e+c@db:5433/gym?sslmode=require,jdbc:postgresql://db:5433/gym?sslmode=require,ada",
      "postgres://db/gym,jdbc:postgresql://db/gym,", "jdbc:postgresql://db/gym,jdbc:postgresql://db/gym,"})
  void shouldReadTheUrlWhenItIsOfAKnownForm(String text, String jdbcUrl, String user) {
    DatabaseAddress address = DatabaseAddress.parse(text);
    assertEquals(jdbcUrl, address.jdbcUrl());
    assertEquals(user, address.user());
    assertEquals(text.contains("s%40") ? "s@e+c" : null, address.password());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mysql://u:secret@h/d", "sqlite:", "sqlite::memory:", "postgresql://u:secret@h",
      "postgresql://u:secret@h o/d", "postgresql:///d"})
  void shouldRefuseInOneLineWithoutThePasswordWhenTheUrlIsOfNone(String text) {
    String message = String
        .valueOf(assertThrows(IllegalArgumentException.class, () -> DatabaseAddress.parse(text)).getMessage());
    assertEquals(1, message.lines().count());
    assertFalse(message.contains("secret"), message);
  }
}
