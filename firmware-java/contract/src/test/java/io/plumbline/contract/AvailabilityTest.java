package io.plumbline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityTest {
  @ParameterizedTest
  @EnumSource
  void shouldReadBackWhatItWroteWhenGivenEither(Availability availability) {
    assertEquals(Optional.of(availability), Availability.parse(availability.bytes()));
    assertEquals(availability.text(), new String(availability.bytes(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Online", "online ", "online\n", "\"online\"", "onlin", "true", "\ufeffonline"})
  void shouldBeEmptyWhenThePayloadIsAnythingElse(String payload) {
    assertEquals(Optional.empty(), Availability.parse(payload.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldBeEmptyWhenThePayloadIsHuge() {
    assertEquals(Optional.empty(), Availability.parse(new byte[10_000_000]));
  }
}
