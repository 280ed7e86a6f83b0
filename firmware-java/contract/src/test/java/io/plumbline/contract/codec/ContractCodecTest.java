package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Phase;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.Slack;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContractCodecTest {
  private static final String ACK = "{\"contract\":\"1.4\",\"type\":\"ack\",\"bar_id\":\"bar-1\",\"journal_id\":\"j1\",\"stored_up_to\":3,\"holes\":[{\"from\":5,\"to\":6}],\"highest\":9}";

  private final ContractCodec codec = new ContractCodec();

  @Test
  void shouldWriteOneLineInTheOrderOfTheRecordWhenEncoding() throws ContractException {
    Ack ack = new Ack("bar-1", "j1", 3, List.of(new Ack.Hole(5, 6)), 9L);
    assertEquals(ACK, new String(codec.encode(ack), StandardCharsets.UTF_8));
    assertEquals(ack, codec.decode(bytes(ACK)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
    rep         | "set_number": 3,                     |                                        | rep: set_number is missing
    rep         | "set_number": 3                      | "set_number": null                     | rep: set_number must not be null
    rep         | "set_number": 3                      | "set_number": 3.5                      | rep: set_number must be a whole number, but is a number with a fraction
    rep         | "set_number": 3                      | "set_number": 3.0                      | rep: set_number must be a whole number, but is a number with a fraction
    rep         | "set_number": 3                      | "set_number": "3"                      | rep: set_number must be a whole number, but is a text
    rep         | "set_number": 3                      | "set_number": 0                        | rep: set_number must be at least 1, but is 0
    rep         | "set_number": 3                      | "set_number": 2147483648               | rep: set_number must be a whole number of 32 bits, but is larger
    rep         | "sequence": 41                       | "sequence": 9223372036854775808        | rep: key.sequence must be a whole number of 64 bits, but is larger
    rep         | "sequence": 41                       | "sequence": 0                          | rep: key.sequence must be at least 1, but is 0
    rep         | "peak_concentric_mps": 0.934         | "peak_concentric_mps": "0.934"         | rep: velocity.peak_concentric_mps must be a number, but is a text
    rep         | "peak_concentric_mps": 0.934         | "peak_concentric_mps": true            | rep: velocity.peak_concentric_mps must be a number, but is true
    rep         | "peak_concentric_mps": 0.934         | "peak_concentric_mps": 1e999           | rep: velocity.peak_concentric_mps must be a finite number
    rep         | "peak_concentric_mps": 0.934         | "peak_concentric_mps": -1e999          | rep: velocity.peak_concentric_mps must be a finite number
    rep         | "peak_concentric_sd_mps": 0.011      | "peak_concentric_sd_mps": -0.011       | rep: velocity.peak_concentric_sd_mps must be a finite number of at least 0, but is -0.011
    rep         | "mean_eccentric_sd_mps": 0.009       | "mean_eccentric_sd_mps": null          | rep: velocity.mean_eccentric_mps and mean_eccentric_sd_mps must both be numbers or both be null
    rep         | "impact"                             | "impact", null                         | rep: quality[1] must be a text, but is null
    trace       | "force_right_n": null                | "force_right_n": "none"                | trace: force_right_n must be a list, but is a text
    rep         | "impact"                             | 7                                      | rep: quality[0] must be a text, but is a whole number
    rep         | "unit": "m"                          | "unit": "  "                           | rep: findings[0].unit must be a text of 1 to 16 characters, not blank and without control characters
    rep         | "bar_id": "garage-bar"               | "bar_id": "a/b"                        | rep: key.bar_id must be 1 to 64 letters, digits, '.', '_' or '-'
    quality     | "samples": 1000912                   | "samples": -1                          | quality: sources[1].samples must be at least 0, but is -1
    ack         | "from": 42                           | "from": 44                             | ack: holes[1].from must not be after to, but the range is 44 to 43
    ack         | "from": 42                           | "from": 39                             | ack: holes must be ascending and above stored_up_to
    trace       | "time_s": [0.0, 0.04                 | "time_s": [0.04, 0.04                  | trace: time_s must be increasing, but is not at entry 1
    trace       | "time_s": [0.0, 0.04                 | "time_s": [0.04                        | trace: height_m holds 25 points, time_s holds 24
    set-context | "facing": "+y"                       | "facing": "up"                         | set-context: facing is no value of this field: "up"
    set-context | "planned_reps": 5                    | "planned_reps": 1001                   | set-context: planned_reps must be 1 to 1000, but is 1001
    state       | "athlete": "Mara"                    | "athlete": 7                           | state: athlete must be a text, but is a whole number
    state       | "contract": "1.4"                    | "contract": "2.0"                      | payload is of contract version 2.0, this build reads version 1: update the older side
    state       | "contract": "1.4"                    | "contract": "latest"                   | contract must be a version such as "1.4", but is "latest"
    state       | "contract": "1.4"                    | "contract": 1.0                        | contract must be a text
    state       | "contract": "1.4",                   |                                        | contract is missing
    state       | "type": "state"                      | "type": "mood"                         | type is none that this build knows: "mood"
    state       | "type": "state",                     |                                        | type is missing
    """)
  void shouldNameTheFieldInOneLineWhenAPayloadIsWrong(String golden, String old, String wrong, String message) {
    String json = new String(Goldens.bytes(golden), StandardCharsets.UTF_8);
    assertTrue(json.contains(old), "the golden example holds " + old);
    assertEquals(message, refusal(json.replace(old, wrong == null ? "" : wrong)));
  }

  @Test
  void shouldReadAnUnknownEnumValueAsUnknownWhenALaterVersionWroteIt() throws ContractException {
    String json = new String(Goldens.bytes("state"), StandardCharsets.UTF_8)
        .replace("\"lockout\"", "\"levitation\"").replace("deadlift-conventional", "").replace("\"1.4\"", "\"1.7\"")
        .replace("{", "{\"later\": {\"a\": [1, null, {}]},");
    State state = codec.decode(bytes(json), State.class);
    assertEquals(Phase.UNKNOWN, state.phase());
    assertEquals(Exercise.UNKNOWN, state.exercise());
  }

  @ParameterizedTest
  @CsvSource({"rep, 1.0", "set, 1.0", "cue, 1.0", "state, 1.1", "state, 1.2", "state, 1.3", "calibrate, 1.3",
      "quality, 1.1", "command-result, 1.1"})
  void shouldReadAPayloadOfAnEarlierVersionWhenItHasNoneOfTheLaterFields(String name, String version)
      throws ContractException {
    String earlier = Goldens.text("earlier/" + name + "-" + version + ".json");
    Payload payload = codec.decode(bytes(earlier));
    String again = new String(codec.encode(payload), StandardCharsets.UTF_8).replace("\"1.4\"", "\"" + version + "\"");
    ObjectNode written = (ObjectNode) Goldens.MAPPER.readTree(again);
    dropNulls(written);
    ObjectNode expected = (ObjectNode) Goldens.MAPPER.readTree(earlier);
    dropNulls(expected);
    assertEquals(expected, written, "what it said is kept, what it could not say is null");
    assertEquals(List.of(), Goldens.schema(name).validate(Goldens.MAPPER.readTree(earlier)));
  }

  private static void dropNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.propertyNames().stream().filter(key -> object.path(key).isNull()).toList().forEach(object::remove);
    }
    for (JsonNode child : node) {
      dropNulls(child);
    }
  }

  @Test
  void shouldReadALaterOutcomeAsUnknownWhenAnEarlierReaderWouldToo() throws ContractException {
    String json = new String(Goldens.bytes("rep"), StandardCharsets.UTF_8).replace("\"completed\"", "\"levitated\"")
        .replace("\"taut\"", "\"silken\"");
    RepSummary rep = codec.decode(bytes(json), RepSummary.class);
    assertEquals(RepSummary.Outcome.UNKNOWN, rep.outcome());
    assertEquals(Slack.Grade.UNKNOWN, Objects.requireNonNull(rep.slack()).grade());
  }

  @Test
  void shouldReadNullWhenANullableFieldIsMissing() throws ContractException {
    Command.SetContext context = codec.decode(
        bytes("{\"contract\":\"1\",\"type\":\"set-context\",\"correlation_id\":\"c\"}"), Command.SetContext.class);
    assertEquals(new Command.SetContext("c", null, null, null, null), context);
  }

  @Test
  void shouldHaveANameForEveryRecordWhenThePayloadsAreListed() {
    Set<Class<?>> named = PayloadTypes.names().stream().map(name -> PayloadTypes.byName(name).orElseThrow())
        .collect(Collectors.toSet());
    assertEquals(records(Payload.class).collect(Collectors.toSet()), named);
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(ContractCodecTest::records);
  }

  @Test
  void shouldReadAnyCommandWhenAskedForTheFamily() throws ContractException {
    assertEquals(new Command.Identify("c-1004"), codec.decode(Goldens.bytes("identify"), Command.class));
    ContractException refusal = assertThrows(ContractException.class,
        () -> codec.decode(Goldens.bytes("ack"), Command.class));
    assertEquals("expected a Command, but got a payload of type ack", refusal.getMessage());
  }

  @Test
  void shouldSayWhatIsWrongWhenTheBytesAreNoJson() {
    assertEquals("payload is empty", refusal(""));
    assertEquals("payload is no JSON object", refusal("[]"));
    assertEquals("payload is no JSON object", refusal("null"));
    assertTrue(refusal(ACK.replace("3", "NaN")).startsWith("payload is not valid JSON at character "));
    assertTrue(refusal(ACK.replace("3", "-Infinity")).startsWith("payload is not valid JSON at character "));
    assertTrue(refusal(ACK + "x").startsWith("payload is not valid JSON"));
    assertTrue(refusal(ACK + ACK).startsWith("payload is not valid JSON"));
    assertTrue(refusal("\ufeff" + ACK).startsWith("payload is not valid JSON"));
    assertTrue(refusal(ACK.replace("\"holes\"", "\"bar_id\"")).contains("bar_id"), "a duplicate key is named");
    assertTrue(refusal("{\"a\":" + "9".repeat(65) + "}").contains("64"), "a number of 65 digits");
    assertEquals("payload is not UTF-8", refusal(ACK.getBytes(StandardCharsets.UTF_16)));
    assertEquals("payload is not UTF-8", refusal(new byte[]{'"', (byte) 0xc0, (byte) 0x80, '"'}));
  }

  @Test
  void shouldRefuseWithoutHoldingTheInputWhenItIsHugeOrDeep() {
    assertEquals("payload of 10000000 bytes, at most 65536 are read", refusal(new byte[10_000_000]));
    assertTrue(refusal("[".repeat(60_000)).length() < 350);
    assertTrue(refusal("{\"a\":".repeat(12_000)).length() < 350);
    assertTrue(refusal("{\"contract\":\"1.0\",\"type\":\"" + "x".repeat(60_000) + "\"}").length() < 350);
    assertTrue(refusal("{\"" + "x".repeat(30_000) + "\":1,\"" + "x".repeat(30_000) + "\":1}").length() < 350);
    assertTrue(refusal("x".repeat(60_000)).length() < 350);
  }

  @Test
  void shouldRefuseHalfASurrogatePairWhenItComesAsAnEscape() {
    String json = new String(Goldens.bytes("state"), StandardCharsets.UTF_8).replace("Mara", "Mara\\ud800");
    assertTrue(refusal(json).startsWith("state: athlete must be a text"));
  }

  @Test
  void shouldGiveNewBytesWhenEncodingTwice() {
    Trace trace = LargestPayloads.trace();
    assertArrayEquals(codec.encode(trace), new ContractCodec().encode(trace));
  }

  private String refusal(String json) {
    return refusal(bytes(json));
  }

  private String refusal(byte[] json) {
    return assertThrows(ContractException.class, () -> codec.decode(json)).getMessage();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
