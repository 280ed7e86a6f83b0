package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1.1", "1.2", "1.3", "1.4", "1.9999"})
  void shouldAcceptWhenTheMajorVersionIsOurs(String version) {
    assertDoesNotThrow(() -> ContractVersion.require(version));
    assertTrue(version.matches(ContractVersion.READABLE), "the schema's rule is the same");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9", "2.0", "10.0", "9999.9999"})
  void shouldSayWhichVersionItReadsWhenTheMajorVersionIsAnother(String version) {
    ContractException refusal = assertThrows(ContractException.class, () -> ContractVersion.require(version));
    assertTrue(refusal.getMessage().contains("version " + version + ", this build reads version 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.", ".1", "01.0", "1.x", "1.0.0", "v1", "-1", "10000", "1.00", " 1.0", "1.0\n"})
  void shouldRefuseWhenItIsNoVersion(String version) {
    assertThrows(ContractException.class, () -> ContractVersion.require(version));
  }
}
