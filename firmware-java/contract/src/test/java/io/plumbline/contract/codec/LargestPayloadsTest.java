package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Payload;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LargestPayloadsTest {
  static Stream<Payload> payloads() {
    return LargestPayloads.all().stream();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void shouldFitTheLimitAndReadBackWhenEverythingIsAsLongAsItMayBe(Payload payload) throws ContractException {
    ContractCodec codec = new ContractCodec();
    byte[] json = codec.encode(payload);
    assertTrue(json.length <= ContractCodec.MAX_BYTES,
        () -> ContractCodec.typeOf(payload) + " takes " + json.length + " bytes");
    assertEquals(payload, codec.decode(json));
  }
}
