package io.plumbline.virtualchips.chip.icm42688p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.virtualchips.chip.Misuse;
import io.plumbline.virtualchips.chip.Part.Disguise;
import io.plumbline.virtualchips.chip.SampleClock;
import io.plumbline.virtualchips.chip.SteadySignal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The chip against its data sheet, spoken to in bytes.
class Icm42688pTest extends IcmTalk {
  @Test
  void shouldHaveTheDataSheetsRegistersAfterPowerOn() {
    clock.advanceNs(MS);
    int[][] bank0 = {{0x11, 0}, {0x13, 5}, {0x14, 0}, {0x16, 0}, {0x1D, 0x80}, {0x1E, 0}, {0x1F, 0x80}, {0x20, 0},
        {0x25, 0x80}, {0x2D, 0x10}, {0x2E, 0}, {0x2F, 0}, {0x30, 0xFF}, {0x4B, 0}, {0x4C, 0x30}, {0x4D, 0x91},
        {0x4E, 0}, {0x4F, 6}, {0x50, 6}, {0x51, 0x16}, {0x52, 0x11}, {0x53, 0x0D}, {0x54, 0x23}, {0x56, 0x82},
        {0x5F, 0}, {0x62, 0x10}, {0x64, 0x10}, {0x65, 0x10}, {0x6C, 0}, {0x6D, 0}, {0x75, 0x47}, {0x76, 0}};
    for (int[] register : bank0) {
      assertEquals(register[1], read(register[0]), () -> Integer.toHexString(register[0]));
    }
    int[][] others = {{1, 0x0B, 0xA0}, {1, 0x0C, 0x0D}, {1, 0x0D, 0xAA}, {1, 0x0E, 0x80}, {1, 0x7A, 0x83},
        {2, 0x03, 0x30}, {2, 0x04, 0x40}, {2, 0x05, 0x62}, {4, 0x46, 0x45}, {4, 0x47, 0x5B}};
    for (int[] register : others) {
      write(0x76, register[0]);
      assertEquals(register[2], read(register[1]), () -> Arrays.toString(register));
      assertEquals(register[0], read(0x76));
      assertNotEquals(0x47, read(0x75), "another bank has no identity");
    }
    assertEquals(List.of(), chip.misuse().list());
  }

  @Test
  void shouldBeDeafWhenSpokenToWithinAMillisecond() {
    assertEquals(0xFF, read(0x75));
    clock.advanceNs(MS - 1);
    write(0x4F, 0x26);
    clock.advanceNs(1);
    assertEquals(0x06, read(0x4F));
    write(0x4F, 0x26);
    assertEquals(0x26, read(0x4F));
    write(0x11, 1);
    clock.advanceNs(MS / 2);
    write(0x4F, 0x46);
    clock.advanceNs(MS / 2);
    assertEquals(0x06, read(0x4F));
    assertEquals(0x10, read(0x2D), "reset done");
    assertEquals(0, read(0x2D), "cleared by reading");
    assertEquals(3, chip.misuse().count());
    assertTrue(chip.misuse().list().stream().allMatch(misuse -> misuse.kind() == Misuse.Kind.TOO_EARLY));
  }

  @Test
  void shouldNoteSettingsThatAreChangedWhileASensorRuns() {
    start(0x57, 5);
    assertEquals(0, chip.misuse().count());
    write(0x52, 0x44);
    write(0x4F, 0x26);
    write(0x52, 0x44);
    assertEquals(1, chip.misuse().count());
    assertEquals(Misuse.Kind.WHILE_RUNNING, chip.misuse().list().getFirst().kind());
    write(0x75, 1);
    write(0x51, 0x14);
    byte[] burst = {0x4F, 0x06, 0x06};
    chip.exchange(burst, 0, burst, 0, 3, 0, 8_000_000);
    List<Misuse.Kind> kinds = chip.misuse().list().stream().map(Misuse::kind).toList();
    assertEquals(List.of(Misuse.Kind.WHILE_RUNNING, Misuse.Kind.READ_ONLY, Misuse.Kind.RESERVED,
        Misuse.Kind.WHILE_RUNNING, Misuse.Kind.BURST_WRITE), kinds);
  }

  @Test
  void shouldForgetWritesWithin200MicrosecondsOfWaking() {
    clock.advanceNs(MS);
    write(0x4E, 0x0F);
    clock.advanceNs(199_999);
    write(0x4F, 0x26);
    clock.advanceNs(1);
    assertEquals(0x06, read(0x4F));
    write(0x4F, 0x26);
    assertEquals(0x26, read(0x4F));
    assertEquals(1, chip.misuse().count());
    write(0x4E, 0x03);
    assertEquals(Misuse.Kind.TOO_SHORT, chip.misuse().list().getLast().kind());
  }

  @Test
  void shouldAnswerShiftedWhenTheModeIsWrong() {
    clock.advanceNs(MS);
    byte[] frame = {(byte) 0xF5, 0};
    chip.exchange(frame, 0, frame, 0, 2, 1, 8_000_000);
    assertNotEquals(0x47, frame[1] & 0xFF);
    frame[0] = (byte) 0xF5;
    chip.exchange(frame, 0, frame, 0, 2, 3, 8_000_000);
    assertEquals(0x47, frame[1] & 0xFF);
    frame[0] = (byte) 0xF5;
    chip.exchange(frame, 0, frame, 0, 2, 0, 24_000_001);
    assertNotEquals(0x47, frame[1] & 0xFF);
    assertEquals(List.of(Misuse.Kind.WRONG_MODE, Misuse.Kind.TOO_FAST),
        chip.misuse().list().stream().map(Misuse::kind).toList());
  }

  @Test
  void shouldRunAtTheRateOfItsOwnClock() {
    SteadySignal fast = new SteadySignal(new SampleClock(clock.getAsLong(), 0.015), 0, 0, G);
    Icm42688p other = new Icm42688p(clock, fast);
    clock.advanceNs(MS);
    int[][] writes = {{0x64, 0}, {0x65, 0x08}, {0x4E, 0x0F}};
    for (int[] write : writes) {
      byte[] frame = {(byte) write[0], (byte) write[1]};
      other.exchange(frame, 0, frame, 0, 2, 0, 1_000_000);
    }
    clock.advanceNs(45 * MS);
    EdgeBatch edges = new EdgeBatch(1024);
    other.int1().drain(edges);
    edges.clear();
    clock.advanceNs(1000 * MS);
    assertEquals(1015, other.int1().drain(edges), 1);
    assertEquals(1e9 / 1015, (edges.timeNs(1000) - edges.timeNs(0)) / 1000.0, 1);
  }

  @Test
  void shouldShowWhatHappensToIt() {
    start(0x57, 5);
    chip.upset(clock.getAsLong(), 0x4F, 6);
    assertEquals(0x46, read(0x4F));
    chip.disguise(clock.getAsLong(), Disguise.OTHER_IDENTITY);
    assertNotEquals(0x47, read(0x75));
    chip.disguise(clock.getAsLong(), Disguise.LOOK_ALIKE);
    assertEquals(0x47, read(0x75));
    clock.advanceNs(MS);
    assertEquals(-4096 * 2 / 4, (short) (read(0x21) << 8 | read(0x22)), "reads twice as much");
    chip.disguise(clock.getAsLong(), Disguise.NONE);
    chip.saturate(clock.getAsLong(), true);
    clock.advanceNs(MS);
    assertEquals(32767, read(0x21) << 8 | read(0x22));
    chip.saturate(clock.getAsLong(), false);
    chip.overflow(clock.getAsLong());
    assertTrue((read(0x6C) | read(0x6D) << 8) > 0);
    chip.brownOut(clock.getAsLong());
    clock.advanceNs(MS);
    assertEquals(0, read(0x4E));
    assertEquals(0x10, read(0x2D));
  }

  @Test
  void shouldMoveWhenTested() {
    start(0x57, 5);
    write(0x4E, 0);
    write(0x70, 0x7F);
    write(0x4E, 0x0F);
    clock.advanceNs(45 * MS);
    int z = (short) (read(0x23) << 8 | read(0x24));
    assertEquals(2048 * 1.4, z, 1);
    int gyroX = (short) (read(0x25) << 8 | read(0x26));
    assertEquals(16.4 * 130, gyroX, 1);
  }
}
