package io.plumbline.virtualchips.chip.ads131m04;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.Part.Disguise;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The chip against its data sheet and against what a real one was seen to answer, spoken to in bytes.
class Ads131m04Test extends AdsTalk {
  /// Section 4: frames of a real chip.
  @ParameterizedTest
  @CsvSource({"24050000000000000000000000 0000,CEA1,false", "FF2400F7A8667FFFFF7FFFFFF25768,27C4,false",
      "0510000E16737FFFFF7FFFFFF25179,AB4B,false", "0F0E000FBC887FFFFF7FFFFFF25017,BBDC,false",
      "410100C1A7866BAB286BAB287398DD,EBC0,false", "055500000000000000000000000000,1001,false",
      "850000000000000000000000000000,2F9F,false", "065500000000000000000000000000,F324,false",
      "002200000000000000000000000000,25CE,false", "410100C8A92BF242FEF242FE69A549,85FF,true"})
  void shouldHaveTheChecksumOfARealChip(String bytes, String crc, boolean ansi) {
    byte[] frame = HexFormat.of().parseHex(bytes.replace(" ", ""));
    assertEquals(Integer.parseInt(crc, 16), Crc16.of(frame, 0, 15, ansi));
    assertEquals(0x29B1, Crc16.of("123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, 9, false));
  }

  @Test
  void shouldAnswerByteForByteLikeARealChipBeforeItsFirstResult() {
    clock.advanceNs(300 * US);
    send(0x0011);
    clock.advanceNs(5 * US);
    assertEquals(0xFF24, word(send(0xA000), 0));
    assertArrayEquals(HexFormat.of().parseHex("2405 0000 0000 0000 0000 0000 0000 00CE A100".replace(" ", "")),
        send(0x0555));
    assertArrayEquals(HexFormat.of().parseHex("055500000000000000000000000000100100"), send(0xA080));
    assertArrayEquals(HexFormat.of().parseHex("8500000000000000000000000000002F9F00"), send(0x0655));
    assertArrayEquals(HexFormat.of().parseHex("065500000000000000000000000000F32400"), send(0x0022));
    assertArrayEquals(HexFormat.of().parseHex("00220000000000000000000000000025CE00"), send(0));
  }

  @Test
  void shouldHaveTheDataSheetsRegistersAfterPowerOn() {
    clock.advanceNs(260 * US);
    int[][] registers = {{0, 0x2405}, {1, 0x0500}, {2, 0x0510}, {3, 0x0F0E}, {4, 0}, {5, 0}, {6, 0x0600}, {7, 0},
        {8, 0},
        {9, 0}, {0x0A, 0}, {0x0B, 0}, {0x0C, 0x8000}, {0x0D, 0}, {0x11, 0x8000}, {0x16, 0x8000}, {0x1B, 0x8000},
        {0x3E, 0}};
    for (int[] register : registers) {
      send(0xA000 | register[0] << 7);
      assertEquals(register[1], word(send(0), 0), () -> Integer.toHexString(register[0]));
    }
    send(0xA000 | 2 << 7 | 2);
    byte[] several = exchange(new byte[18], 1);
    assertEquals(0xE000 | 2 << 7 | 2, word(several, 0));
    assertEquals(0x0510, word(several, 1));
    assertEquals(0x0F0E, word(several, 2));
    assertEquals(0, word(several, 3));
    assertEquals(Crc16.of(several, 0, 12, false), word(several, 4));
  }

  @Test
  void shouldConvertVoltsAtEveryGain() {
    start();
    for (int code = 0; code < 8; code++) {
      send(0x6200, code * 0x1111);
      clock.advanceNs(4 * MS);
      send(0);
      clock.advanceNs(MS);
      send(0);
      clock.advanceNs(MS);
      byte[] frame = send(0);
      double expected = 0.01 / 1.2 * (1 << code) * 0x800000;
      assertEquals(Math.min(0x7FFFFF, Math.rint(expected)), code(frame, 0), "gain " + (1 << code));
      assertEquals(Math.max(-0x800000, -Math.rint(expected)), code(frame, 1));
      assertSound(frame);
    }
    send(0x6200, 0x5555);
    send(0x6000 | 9 << 7, 2);
    clock.advanceNs(5 * MS);
    send(0);
    send(0);
    clock.advanceNs(MS);
    assertEquals(1_118_481, code(send(0), 0), 1, "the test signal is 2/15 of full scale at any gain");
  }

  @Test
  void shouldNotResetByAShortFrame() {
    start();
    byte[] four = {0, 0x11, 0};
    exchange(four, 1);
    assertEquals(0x0011, word(send(0xA100), 0));
    assertEquals(0x0110, word(send(0), 0), "settings are kept");
    assertEquals(Misuse.Kind.SHORT_FRAME, chip.misuse().list().getFirst().kind());
  }

  @Test
  void shouldDropCommandsWithAWrongChecksumButStillWrite() {
    start();
    send(0x6100, 0x1110);
    byte[] good = {(byte) 0xA0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    int crc = Crc16.of(good, 0, 3, false);
    good[3] = (byte) (crc >> 8);
    good[4] = (byte) crc;
    exchange(good, 1);
    byte[] bad = good.clone();
    bad[4] ^= 1;
    assertEquals(0x2405, word(exchange(bad, 1), 0));
    assertEquals(0x1000, word(exchange(good, 1), 0) & 0x1000, "not obeyed, and told");
    byte[] write = {0x62, 0, 0, 0x11, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    exchange(write, 1);
    assertEquals(0x4000 | 4 << 7, word(exchange(good, 1), 0), "a write is obeyed all the same");
    assertEquals(2, chip.misuse().count());
  }

  @Test
  void shouldShowWhatHappensToIt() {
    start();
    chip.clocked(clock.getAsLong(), false);
    assertEquals(Long.MAX_VALUE, nextAfterDrain());
    send(0xA000);
    assertEquals(0x2405, word(send(0), 0), "registers can be read without a clock");
    chip.clocked(clock.getAsLong(), true);
    chip.openWire(clock.getAsLong(), 2, true);
    clock.advanceNs(3 * MS);
    send(0);
    assertEquals(0x7FFFFF, code(send(0), 2));
    chip.openWire(clock.getAsLong(), 2, false);
    chip.disguise(clock.getAsLong(), Disguise.OTHER_IDENTITY);
    send(0xA000);
    byte[] other = send(0);
    assertEquals(0x2205, word(other, 0));
    assertSound(other);
    chip.disguise(clock.getAsLong(), Disguise.NONE);
  }

  @Test
  void shouldTellOfARegisterThatFlips() {
    start();
    send(0x6100, 0x2110);
    send(0);
    send(0);
    assertEquals(0, word(send(0), 0) & 0x2000);
    chip.upset(clock.getAsLong(), 0x04, 3);
    assertEquals(0x2000, word(send(0), 0) & 0x2000);
    chip.brownOut(clock.getAsLong());
    clock.advanceNs(250 * US);
    send(0);
    assertEquals(0x0500, word(send(0), 0) & 0x2F00, "the flag of the reset, and nothing kept");
  }

  @Test
  void shouldAnswerShiftedWhenTheModeIsWrong() {
    start();
    send(0xA000);
    byte[] shifted = exchange(new byte[18], 0);
    assertEquals(0x480A, word(shifted, 0));
    assertNotEquals(Crc16.of(shifted, 0, 15, false), word(shifted, 5));
    assertEquals(Misuse.Kind.WRONG_MODE, chip.misuse().list().getFirst().kind());
  }

  @Test
  void shouldSpeakInWordsOfOtherLengths() {
    start();
    send(0x6100, 0x0010);
    byte[] twelve = exchange(new byte[12], 1);
    assertEquals(Crc16.of(twelve, 0, 10, false), (twelve[10] & 0xFF) << 8 | (twelve[11] & 0xFF));
    byte[] wide = new byte[12];
    wide[0] = 0x61;
    wide[2] = 0x03;
    wide[3] = 0x10;
    exchange(wide, 1);
    clock.advanceNs(MS);
    byte[] frame = exchange(new byte[24], 1);
    assertEquals(-1, frame[8], "sign of channel 1");
    assertEquals(Crc16.of(frame, 0, 20, false), (frame[20] & 0xFF) << 8 | (frame[21] & 0xFF));
  }
}
