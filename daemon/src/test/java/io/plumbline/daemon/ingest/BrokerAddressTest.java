package io.plumbline.daemon.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
  @ParameterizedTest
  @CsvSource({"tcp://gym:1884,tcp://gym:1884", "mqtt://gym,tcp://gym:1883", "mqtts://gym/,ssl://gym:8883",
      "ssl://ada:secret@gym:9,ssl://gym:9", "tcp://[::1]:1883,tcp://[::1]:1883"})
  void shouldReadTheUrlWhenItIsOfAKnownForm(String text, String uri) {
    BrokerAddress address = BrokerAddress.parse(text);
    assertEquals(uri, address.uri());
    assertEquals(uri, address.toString());
    assertEquals(text.contains("secret") ? "secret" : null, address.password());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gym", "gym:1883", "http://gym", "tcp://", "tcp://gym/topic", "tcp://a:secret@b c"})
  void shouldRefuseInOneLineWithoutThePasswordWhenTheUrlIsOfNone(String text) {
    String message = String
        .valueOf(assertThrows(IllegalArgumentException.class, () -> BrokerAddress.parse(text)).getMessage());
    assertEquals(1, message.lines().count());
    assertFalse(message.contains("secret"), message);
  }
}
