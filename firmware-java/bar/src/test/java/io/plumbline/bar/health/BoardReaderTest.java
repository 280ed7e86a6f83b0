package io.plumbline.bar.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardReaderTest {
  @TempDir
  private Path root = Path.of("");

  private void file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content + "\n");
  }

  private Signs.Board read() {
    return new BoardReader(root).read(List.of());
  }

  @Test
  void shouldKnowNothingWhenThereAreNoFiles() {
    assertEquals(Signs.Board.UNKNOWN, read());
  }

  @Test
  void shouldReadWhatARaspberryPiTells() throws IOException {
    file("sys/class/thermal/thermal_zone0/temp", "52078");
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "50005");
    Signs.Board board = read();
    assertEquals(52.078, board.temperatureC(), 1e-9);
    assertEquals(0x50005, board.throttled());
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "0x8");
    file("sys/class/thermal/thermal_zone0/temp", "-4000");
    assertEquals(8, read().throttled());
    assertEquals(-4, read().temperatureC(), 1e-9);
  }

  @Test
  void shouldTakeTheEmptiestBatteryThatIsTheComputers() throws IOException {
    file("sys/class/power_supply/AC/online", "1");
    file("sys/class/power_supply/BAT0/capacity", "83");
    file("sys/class/power_supply/BAT0/status", "Charging");
    file("sys/class/power_supply/BAT1/capacity", "41");
    file("sys/class/power_supply/BAT1/status", "Discharging");
    file("sys/class/power_supply/hidpp_battery_0/capacity", "5");
    file("sys/class/power_supply/hidpp_battery_0/scope", "Device");
    assertEquals(41, read().batteryPercent());
    assertFalse(read().charging());
    file("sys/class/power_supply/BAT1/capacity", "99");
    assertEquals(83, read().batteryPercent());
    assertTrue(read().charging());
  }

  @Test
  void shouldKnowNothingWhenFilesHoldNonsense() throws IOException {
    file("sys/class/thermal/thermal_zone0/temp", "warm");
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "");
    file("sys/class/power_supply/BAT0/capacity", "300");
    assertEquals(Signs.Board.UNKNOWN, read());
  }

  @Test
  void shouldTellTheRoomOfTheDiskWhenTheFolderIsStillToBeMade() {
    Path later = root.resolve("a/b/c");
    Signs.Board board = new BoardReader(root).read(List.of(later));
    assertTrue(board.diskFreeBytes() > 0);
    assertEquals(later.toString(), board.disk());
  }
}
