package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.contract.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// The golden examples against codec and schema; then each of them, broken in every place and way, against both: what the schema refuses the
/// codec refuses, and what the codec refuses beyond that is a rule between fields, which a schema does not state.
class GoldenTest {
  private static final List<String> RULES_BETWEEN_FIELDS = List.of("must both be numbers or both be null",
      "time_s holds",
      "time_s must be increasing", "from must not be after to", "holes must be ascending",
      "total_sd_kg must be null where");

  static Stream<String> names() {
    return Goldens.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldComeBackByteByByteWhenReadAndWritten(String name) throws ContractException {
    ContractCodec codec = new ContractCodec();
    Payload payload = codec.decode(Goldens.bytes(name));
    assertEquals(name, ContractCodec.typeOf(payload));
    assertEquals(Goldens.MAPPER.writeValueAsString(Goldens.tree(name)),
        new String(codec.encode(payload), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldMatchItsSchemaAndItsSchemaTheMetaSchema(String name) {
    assertEquals(List.of(), Goldens.schema(name).validate(Goldens.tree(name)));
    Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertEquals(List.of(), metaSchema.validate(Goldens.schemaTree(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldBeRefusedByCodecAndSchemaAlikeWhenBroken(String name) {
    ContractCodec codec = new ContractCodec();
    Schema schema = Goldens.schema(name);
    List<Mutation> mutations = Mutation.of(Goldens.tree(name));
    int refused = 0;
    for (Mutation mutation : mutations) {
      boolean valid = schema.validate(mutation.tree()).isEmpty();
      String refusal = refusal(codec, mutation.tree());
      refused += refusal.isEmpty() ? 0 : 1;
      boolean agree = valid == refusal.isEmpty()
          || (valid && RULES_BETWEEN_FIELDS.stream().anyMatch(refusal::contains));
      assertTrue(agree, () -> name + ", " + mutation.what() + ": schema " + (valid ? "accepts" : "refuses")
          + ", codec " + (refusal.isEmpty() ? "accepts" : "refuses: " + refusal));
    }
    assertTrue(refused > mutations.size() / 3, refused + " of " + mutations.size() + " refused");
  }

  private static String refusal(ContractCodec codec, ObjectNode tree) {
    try {
      codec.decode(Goldens.MAPPER.writeValueAsBytes(tree));
      return "";
    } catch (ContractException e) {
      return e.getMessage();
    }
  }
}
