package io.plumbline.contract.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.wire.WireMessage.Ask;
import io.plumbline.contract.wire.WireMessage.Batch;
import io.plumbline.contract.wire.WireMessage.Entry;
import io.plumbline.contract.wire.WireMessage.Held;
import io.plumbline.contract.wire.WireMessage.Hello;
import io.plumbline.contract.wire.WireMessage.Taken;
import io.plumbline.contract.wire.WireMessage.Welcome;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class WireCodecTest {
  private static final WireCodec CODEC = new WireCodec();
  private static final Ack HAVE = new Ack("bar-1", "rec-1", 3, List.of(new Ack.Hole(5, 6)), 9L);
  private static final List<WireMessage> ALL = List.of(new Hello(7, WireLimits.VERSION, 100),
      new Welcome(7, WireLimits.VERSION, "bar-1", 2,
          List.of(new Held("rec-1", 1, 9, 4), new Held("rec-2", 1, Long.MAX_VALUE, 0))),
      new Ask(-1, 1, HAVE), new Batch(0, Integer.MAX_VALUE, 32, true), new Batch(0, 1, 0, false),
      new Taken(9, 12, HAVE),
      new Taken(9, 13, null));

  private static List<WireMessage> read(byte[]... parts) {
    WireReader reader = new WireReader(CODEC);
    List<WireMessage> all = new ArrayList<>();
    for (byte[] part : parts) {
      all.addAll(reader.take(part, part.length));
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void shouldComeBackEqualWhenMessagesAreFramed() {
    for (WireMessage message : ALL) {
      byte[] frame = CODEC.encode(message);
      assertEquals(List.of(message), read(frame));
      for (int i = 1; i < frame.length - 1; i++) {
        assertTrue(frame[i] != 0, message + ": a zero only at both ends");
      }
    }
  }

  @Test
  void shouldKeepEveryByteWhenAPayloadIsFramed() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int length : new int[]{0, 1, 2, 253, 254, 255, 256, 507, 508, 509, 5000, ContractCodec.MAX_BYTES}) {
      byte[] zeros = new byte[length];
      byte[] ones = new byte[length];
      Arrays.fill(ones, (byte) 1);
      byte[] mixed = new byte[length];
      random.nextBytes(mixed);
      for (byte[] payload : List.of(zeros, ones, mixed)) {
        List<WireMessage> back = read(CODEC.encode(new Entry(1, 2, 3, Channel.TRACE, payload)));
        assertEquals(1, back.size(), "length " + length + ", seed " + seed);
        Entry entry = (Entry) back.getFirst();
        assertArrayEquals(payload, entry.payload());
        assertEquals(List.of(1, 2, 3), List.of(entry.session(), entry.batch(), entry.place()));
        assertEquals(Channel.TRACE, entry.channel());
      }
    }
    assertThrows(IllegalArgumentException.class,
        () -> CODEC.encode(new Entry(1, 2, 3, Channel.REP, new byte[2 * ContractCodec.MAX_BYTES])));
  }

  /// SERIAL.md is enough to write another client: this frame was worked out by hand from it.
  @Test
  void shouldBeTheDocumentedBytesWhenAHelloIsFramed() {
    // 01 00000007 504c5331 01 00000000 and its CRC-32C.
    CRC32C crc = new CRC32C();
    crc.update(HexFormat.of().parseHex("0100000007504c53310100000000"));
    String checksum = HexFormat.of().withLowerCase().toHexDigits((int) crc.getValue());
    assertFalse(checksum.contains("00"), "no zero in the sum, else the groups below are others: " + checksum);
    String expected = "00" + "0201" + "01" + "01" + "0707504c533101" + "01" + "01" + "01" + "05" + checksum + "00";
    assertEquals(expected, HexFormat.of().formatHex(CODEC.encode(new Hello(7, 1, 0))));
  }

  @Test
  void shouldFindEveryMessageWhenNoiseStandsBetweenThem() {
    byte[] noise = bytes("[    0.000000] Booting Linux\r\nAT\r\nATE0Q0V1E1\r\n~");
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (WireMessage message : ALL) {
      line.writeBytes(noise);
      line.writeBytes(CODEC.encode(message));
    }
    assertEquals(ALL, read(line.toByteArray()));
    byte[][] single = new byte[line.size()][];
    for (int i = 0; i < single.length; i++) {
      single[i] = new byte[]{line.toByteArray()[i]};
    }
    assertEquals(ALL, read(single), "byte by byte");
  }

  @Test
  void shouldPassOverOnlyTheBrokenOneWhenAnyBitIsFlipped() {
    byte[] frame = CODEC.encode(new Ask(5, 1, HAVE));
    byte[] next = CODEC.encode(new Hello(6, 1, 0));
    for (int bit = 0; bit < 8 * frame.length; bit++) {
      byte[] broken = frame.clone();
      broken[bit / 8] ^= (byte) (1 << bit % 8);
      List<WireMessage> found = new ArrayList<>(read(broken, next));
      assertEquals(new Hello(6, 1, 0), found.removeLast(), "bit " + bit);
      // Only the zero in front may be another byte without harm to anything but what stands before it.
      assertEquals(List.of(), found, "bit " + bit);
    }
  }

  @Test
  void shouldGoOnWithTheNextWhenAFrameIsCutAnywhere() {
    byte[] frame = CODEC.encode(new Ask(5, 1, HAVE));
    byte[] next = CODEC.encode(new Hello(6, 1, 0));
    for (int length = 0; length < frame.length - 1; length++) {
      assertEquals(List.of(new Hello(6, 1, 0)), read(Arrays.copyOf(frame, length), next), "cut after " + length);
    }
  }

  @Test
  void shouldStayBoundedAndGoOnWhenALineNeverEndsItsFrame() {
    WireReader reader = new WireReader(CODEC);
    byte[] flood = new byte[100_000];
    Arrays.fill(flood, (byte) 'U');
    for (int i = 0; i < 30; i++) {
      assertEquals(List.of(), reader.take(flood, flood.length));
    }
    assertEquals(3_000_000, reader.strayBytes());
    byte[] next = CODEC.encode(new Hello(6, 1, 0));
    assertEquals(List.of(new Hello(6, 1, 0)), reader.take(next, next.length));
    assertEquals(1, reader.messages());
  }

  @Test
  void shouldGiveMessagesOrNothingWhenBytesAreRandom() {
    long seed = 20261123;
    Random random = new Random(seed);
    WireReader reader = new WireReader(CODEC);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertEquals(List.of(), reader.take(bytes, bytes.length), "seed " + seed + ", round " + round);
    }
  }

  /// A right checksum over wrong content is no reason to fail either.
  @Test
  void shouldGiveNothingWhenContentIsWrongUnderARightChecksum() {
    long seed = 20261124;
    Random random = new Random(seed);
    List<WireMessage> messages = new ArrayList<>(Collections.nCopies(3, ALL).stream().flatMap(List::stream).toList());
    for (WireMessage message : messages) {
      byte[] frame = CODEC.encode(message);
      byte[] body = Objects
          .requireNonNull(Stuffing.body(Arrays.copyOfRange(frame, 1, frame.length - 1), frame.length - 2));
      for (int at = 0; at < body.length - 4; at++) {
        byte[] wrong = body.clone();
        wrong[at] ^= (byte) (1 + random.nextInt(255));
        CRC32C crc = new CRC32C();
        crc.update(wrong, 0, wrong.length - 4);
        ByteBuffer.wrap(wrong).putInt(wrong.length - 4, (int) crc.getValue());
        int found = read(Stuffing.frame(wrong)).size();
        assertTrue(found <= 1, "seed " + seed);
      }
    }
  }

  @Test
  void shouldTellTheOtherVersionAndNothingElseWhenVersionsDiffer() {
    assertEquals(List.of(new Hello(3, 2, 0)), read(CODEC.encode(new Hello(3, 2, 17))));
    assertEquals(List.of(new Welcome(3, 2, "", 0, List.of())), read(CODEC.encode(new Welcome(3, 2, "", 0, List.of()))));
  }
}
