package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import io.plumbline.contract.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Arbitrary valid payloads. The number in a failure's sample makes the same payload again.
class RoundTripTest {
  private static final Map<String, Schema> SCHEMAS = Goldens.names().stream()
      .collect(Collectors.toMap(Function.identity(), Goldens::schema));

  private final ContractCodec codec = new ContractCodec();

  @Property(tries = 3000)
  void shouldReadBackWhatItWroteWhenGivenAnyPayload(@ForAll long seed) throws ContractException {
    Payload payload = new RandomPayloads(new Random(seed)).any();
    byte[] json = codec.encode(payload);
    assertTrue(json.length <= ContractCodec.MAX_BYTES);
    String line = new String(json, StandardCharsets.UTF_8);
    assertTrue(line.startsWith("{\"contract\":\"1.4\",\"type\":\"" + ContractCodec.typeOf(payload) + "\""), line);
    assertFalse(line.contains("\n"));
    Payload back = codec.decode(json);
    assertEquals(payload, back);
    assertArrayEquals(json, codec.encode(back));
  }

  @Property(tries = 1000)
  void shouldMatchItsSchemaWhenGivenAnyPayload(@ForAll long seed) {
    Payload payload = new RandomPayloads(new Random(seed)).any();
    Schema schema = SCHEMAS.get(ContractCodec.typeOf(payload));
    assertTrue(schema != null && schema.validate(Goldens.MAPPER.readTree(codec.encode(payload))).isEmpty(),
        payload::toString);
  }
}
