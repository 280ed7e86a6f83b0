package io.plumbline.drivers.ads131m04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.drivers.ads131m04.Ads131m04Config.Channel;
import io.plumbline.drivers.ads131m04.Ads131m04Config.Use;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The frames of a real chip in facts, section 4.
class DecoderTest {
  private static final int ANSI = 0x8005;

  private static byte[] hex(String bytes) {
    return HexFormat.ofDelimiter(" ").parseHex(bytes);
  }

  @Test
  void shouldGiveTheCheckValueWhenFedTheDigits() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertEquals(0x29B1, Decoder.crc(digits, digits.length, Decoder.CCITT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"24 05 00 00 00 00 00 00 00 00 00 00 00 00 00 CE A1 00",
      "FF 24 00 F7 A8 66 7F FF FF 7F FF FF F2 57 68 27 C4 00", "05 10 00 0E 16 73 7F FF FF 7F FF FF F2 51 79 AB 4B 00",
      "0F 0E 00 0F BC 88 7F FF FF 7F FF FF F2 50 17 BB DC 00", "41 01 00 C1 A7 86 6B AB 28 6B AB 28 73 98 DD EB C0 00",
      "05 55 00 00 00 00 00 00 00 00 00 00 00 00 00 10 01 00", "85 00 00 00 00 00 00 00 00 00 00 00 00 00 00 2F 9F 00",
      "06 55 00 00 00 00 00 00 00 00 00 00 00 00 00 F3 24 00", "00 22 00 00 00 00 00 00 00 00 00 00 00 00 00 25 CE 00"})
  void shouldFindFramesOfARealChipSoundAndEachDamageNot(String frame) {
    byte[] bytes = hex(frame);
    assertTrue(Decoder.isSound(bytes));
    for (int bit = 0; bit < 8 * (Registers.CRC_AT + 2); bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(Decoder.isSound(bytes), "bit " + bit);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void shouldMatchTheOtherPolynomialWhenTheChipUsesIt() {
    byte[] bytes = hex("41 01 00 C8 A9 2B F2 42 FE F2 42 FE 69 A5 49 85 FF 00");
    assertEquals(0x85FF, Decoder.crc(bytes, Registers.CRC_AT, ANSI));
    assertFalse(Decoder.isSound(bytes));
  }

  @Test
  void shouldDecodeWordsAndChannelsWhenTheFrameIsOfARealChip() {
    byte[] bytes = hex("FF 24 00 F7 A8 66 7F FF FF 7F FF FF F2 57 68 27 C4 00");
    assertEquals(0xFF24, Decoder.word(bytes, 0));
    assertEquals(0xFFF7A866, Decoder.channel(bytes, 0));
    assertEquals(0x7FFFFF, Decoder.channel(bytes, 1));
    assertEquals(0xFFF25768, Decoder.channel(bytes, 3));
    assertTrue(Ads131m04Driver.stream(0, "force", Ads131m04Config.DEFAULT).channels().get(1).isClipped(0x7FFFFF));
  }

  @Test
  void shouldKnowAnOpenLineWhenAllBitsAreAlike() {
    byte[] bytes = new byte[Registers.FRAME_BYTES];
    assertTrue(Decoder.isUniform(bytes));
    java.util.Arrays.fill(bytes, (byte) 0xFF);
    assertTrue(Decoder.isUniform(bytes));
    assertFalse(Decoder.isSound(bytes));
    bytes[3] = 0;
    assertFalse(Decoder.isUniform(bytes));
  }

  @Test
  void shouldScaleByGainWhenChannelsDiffer() {
    Ads131m04Config config = new Ads131m04Config(1000, List.of(new Channel(Use.BRIDGE, 32), new Channel(Use.OFF, 1),
        new Channel(Use.BRIDGE, 4), new Channel(Use.VOLTAGE, 1)), 2.5, true);
    var channels = Ads131m04Driver.stream(3, "force", config).channels();
    assertEquals(List.of("c0", "c2", "c3"), channels.stream().map(channel -> channel.name()).toList());
    assertEquals(2.4 / 32 / 16777216 / 2.5, channels.get(0).siPerCount(), 1e-20);
    assertEquals(2.4 / 4 / 16777216 / 2.5, channels.get(1).siPerCount(), 1e-20);
    assertEquals("V", channels.get(2).unit());
    assertEquals(1.2, channels.get(2).si(8388608), 1e-12);
  }

  @Test
  void shouldRefuseConfigurationsWhenTheChipCannot() {
    Channel bridge = new Channel(Use.BRIDGE, 32);
    Channel off = new Channel(Use.OFF, 1);
    refuses("common mode", "too high", () -> new Ads131m04Config(1000, List.of(bridge, bridge, bridge, bridge), 3.3, true));
    refuses("rate", "no rate", () -> new Ads131m04Config(999, List.of(bridge, bridge, bridge, bridge), 2.5, true));
    refuses("all off", "are off", () -> new Ads131m04Config(1000, List.of(off, off, off, off), 2.5, true));
    refuses("three", "4 channels", () -> new Ads131m04Config(1000, List.of(bridge, bridge, bridge), 2.5, true));
    refuses("gain", "no gain", () -> new Channel(Use.BRIDGE, 12));
  }

  private static void refuses(String what, String why, org.junit.jupiter.api.function.Executable making) {
    String message = Assertions.assertThrows(IllegalArgumentException.class, making, what).getMessage();
    assertTrue(message != null && message.contains(why), what + ": " + message);
  }
}
