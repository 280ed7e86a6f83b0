package io.plumbline.bar.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.bar.config.BarConfig;
import io.plumbline.bar.config.BarConfigReader;
import io.plumbline.bar.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardCheckTest {
  private static final String RIGHT = "dtparam=spi=on\ndtoverlay=spi1-1cs\ndtparam=i2c_arm=on,i2c_arm_baudrate=400000\n";

  @TempDir
  private Path folder = Path.of("");
  private Path devices = Path.of("");

  @BeforeEach
  void everyDeviceIsThere() throws IOException {
    devices = Files.createDirectory(folder.resolve("dev"));
    for (String device : List.of("spidev0.0", "spidev1.0", "i2c-1")) {
      Files.createFile(devices.resolve(device));
    }
  }

  private List<String> advice(String bootConfig) throws IOException, ConfigException {
    Files.writeString(folder.resolve("config.txt"), bootConfig);
    return BoardCheck.advice(config(), folder);
  }

  private BarConfig config() throws ConfigException {
    return new BarConfigReader().with("test", "[board]\ndevices = \"" + devices + "\"\n").read();
  }

  @Test
  void shouldSayNothingWhenThisIsNoRaspberryPi() throws ConfigException {
    assertEquals(List.of(), BoardCheck.advice(config(), folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {RIGHT, "# a comment\n[pi4]\narm_boost=1\n[all]\n" + RIGHT,
      "dtparam=spi,i2c=yes\ndtparam=i2c_baudrate=1000000\ndtoverlay=spi1-3cs,cs0_pin=18\n",
      "dtparam=spi=off\r\n" + RIGHT, "\u00e4\u00f6\u00fc = caf\u00e9\n" + RIGHT})
  void shouldSayNothingWhenTheBusesAreOn(String bootConfig) throws IOException, ConfigException {
    assertEquals(List.of(), advice(bootConfig));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dtparam=spi=on | dtparam=spi=off | does not switch SPI0 on: add dtparam=spi=on and restart",
      "dtparam=spi=on | #dtparam=spi=on | does not switch SPI0 on",
      "dtoverlay=spi1-1cs | dtoverlay=spi2-1cs | does not switch SPI1 on: add dtoverlay=spi1-1cs and restart",
      "i2c_arm=on, | i2c_arm=off, | does not switch I2C1 on: add dtparam=i2c_arm=on,i2c_arm_baudrate=400000 and restart",
      ",i2c_arm_baudrate=400000 | '' | I2C1 runs at 100000 Hz, too slow",
      "400000 | 4e5 | I2C1 runs at 4e5 Hz, too slow"})
  void shouldNameTheLineWhenABusIsOff(String right, String wrong, String expected) throws IOException, ConfigException {
    List<String> lines = advice(RIGHT.replace(right, wrong));
    assertAll(() -> assertEquals(1, lines.size(), lines::toString),
        () -> assertTrue(lines.getFirst().contains(expected), lines::toString));
  }

  @Test
  void shouldAskForARestartWhenALineIsThereAndTheDeviceIsNot() throws IOException, ConfigException {
    Files.delete(devices.resolve("spidev1.0"));
    String plain = advice(RIGHT).getFirst();
    String filtered = advice("[pi5]\n" + RIGHT).getFirst();
    assertAll(() -> assertTrue(plain.contains("spidev1.0 is not there: restart; if you did"), plain),
        () -> assertTrue(filtered.contains("put it under [all]"), filtered));
  }

  @Test
  void shouldAskForAnotherOverlayWhenAChipHasTheSecondSelect() throws IOException, ConfigException {
    Files.writeString(folder.resolve("config.txt"), RIGHT);
    BarConfig config = new BarConfigReader().with("test", "[board]\ndevices = \"" + devices + "\"\n[[chip]]\n"
        + "name = \"left-imu\"\npart = \"icm-42688-p\"\nbus = \"spi\"\nbus_number = 1\naddress = 1\n").read();
    assertEquals(1, BoardCheck.advice(config, folder).stream().filter(line -> line.contains("add dtoverlay=spi1-2cs"))
        .count());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"root=x isolcpus=3 rootwait | 0", "isolcpus=domain,managed_irq,2-3 | 0",
      "root=x | 1", "isolcpus=1,2 | 1"})
  void shouldSayWhichProcessorToKeepFreeWhenTheLoopSharesIt(String commandLine, int expected)
      throws IOException, ConfigException {
    Files.writeString(folder.resolve("cmdline.txt"), commandLine + "\n");
    List<String> lines = advice(RIGHT);
    assertEquals(expected, lines.stream().filter(line -> line.contains("add isolcpus=3")).count(), lines::toString);
  }
}
