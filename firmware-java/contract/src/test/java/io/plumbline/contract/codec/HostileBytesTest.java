package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.payload.Payload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// Whatever the bytes: a valid payload or a [ContractException] with one short line, nothing else. The numbers in a failure's sample make the
/// same bytes again.
class HostileBytesTest {
  private static final List<String> FRAGMENTS = List.of("null", "NaN", "-Infinity", "1e999", "-1e999", "1e-999", "-0.0",
      "{}",
      "[]", "[null]", "{\"a\":1,\"a\":2}", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "true", "9".repeat(60),
      "9".repeat(5000),
      "0." + "3".repeat(5000), "1e2147483648", "[".repeat(50), "{\"a\":".repeat(50), "9223372036854775808", "3.0", "01",
      "0x10",
      "'a'", "/**/", ",", ":", "}", "]", "\"contract\":\"1.0\"", "\"type\":\"live\"", "\ufeff",
      "\"" + "x".repeat(3000) + "\"");

  private final ContractCodec codec = new ContractCodec();

  @Property(tries = 5000)
  void shouldRefuseWhenGivenRandomBytes(@ForAll byte[] bytes) {
    assertEquals(null, decode(bytes));
  }

  @Property(tries = 20_000)
  void shouldGiveAPayloadOrRefuseWhenBytesOfAGoldenChange(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = golden(random);
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    decode(bytes);
  }

  @Property(tries = 20_000)
  void shouldGiveAPayloadOrRefuseWhenAValueOfAGoldenIsReplaced(@ForAll long seed) {
    Random random = new Random(seed);
    // Where a value starts, as far as a fuzzer must know.
    String[] parts = new String(golden(random), StandardCharsets.UTF_8).split("(?<=[:,\\[])|(?=[,\\]}])", -1);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      parts[random.nextInt(parts.length)] = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    }
    decode(String.join("", parts).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 10_000)
  void shouldGiveAPayloadOrRefuseWhenAPieceOfAGoldenIsCopiedOrCut(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = golden(random);
    int from = random.nextInt(bytes.length);
    int to = from + random.nextInt(bytes.length - from);
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, random.nextBoolean() ? to : from);
    spliced.write(bytes, random.nextBoolean() ? from : to, bytes.length - to);
    decode(spliced.toByteArray());
  }

  @Property(tries = 300)
  void shouldRefuseWhenAGoldenIsTruncated(@ForAll @IntRange(max = 15) int type, @ForAll @IntRange(max = 5000) int cut) {
    byte[] bytes = Goldens.bytes(Goldens.names().get(type));
    int end = new String(bytes, StandardCharsets.UTF_8).strip().length() - 1;
    assertEquals(null, decode(Arrays.copyOf(bytes, Math.min(cut, end))));
  }

  @Property(tries = 300)
  void shouldRefuseWhenNestedOnAndOn(@ForAll @IntRange(min = 17, max = 40_000) int depth,
      @ForAll @IntRange(max = 3) int kind) {
    String opening = List.of("[", "{\"a\":", "[[", "[{\"a\":").get(kind);
    String bomb = opening.repeat(Math.min(depth, 60_000 / opening.length()));
    assertEquals(null, decode(bomb.getBytes(StandardCharsets.UTF_8)));
    String inside = "{\"contract\":\"1.0\",\"type\":\"tare\",\"correlation_id\":\"c\",\"later\":" + bomb;
    assertEquals(null, decode(inside.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] golden(Random random) {
    List<String> names = Goldens.names();
    return Goldens.bytes(names.get(random.nextInt(names.size())));
  }

  private @Nullable Payload decode(byte[] bytes) {
    try {
      Payload payload = codec.decode(bytes);
      // What is valid can be written, and is then the same.
      assertEquals(payload, codec.decode(codec.encode(payload)));
      return payload;
    } catch (ContractException e) {
      assertTrue(e.getMessage().length() < 350, e.getMessage());
      assertFalse(e.getMessage().isBlank());
      assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
      return null;
    }
  }
}
