package io.plumbline.pi4j.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The plugin on a machine without such devices. With devices: `KernelPathTest` of the virtual chips.
class LinuxPluginTest {
  private final Path folder;
  private final Context pi4j;

  LinuxPluginTest(@TempDir Path folder) {
    this.folder = folder;
    pi4j = Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook()
        .add(LinuxPlugin.providers(LinuxIoConfig.raspberryPi().withDeviceFolder(folder))).build();
  }

  @AfterEach
  void stop() {
    pi4j.shutdown();
  }

  @Test
  void shouldSayWhatIsMissingWhenThereIsNoDevice() {
    assertEquals(folder + "/spidev0.1 (SPI0, CE1): ENOENT (there is no such file) when opening it: "
        + "add dtparam=spi=on to /boot/firmware/config.txt and restart; there is no spidev* in " + folder,
        refusal(() -> pi4j.create(spi("imu"))));
    assertEquals(folder
        + "/i2c-1: ENOENT (there is no such file) when opening it: add dtparam=i2c_arm=on,i2c_arm_baudrate=400000 to "
        + "/boot/firmware/config.txt and restart, and see that `sudo modprobe i2c-dev` works; there is no i2c-* in "
        + folder, refusal(() -> pi4j.create(I2C.newConfigBuilder(pi4j).id("load").bus(1).device(0x2a).build())));
    String gpio = ": ENOENT (there is no such file) when finding the GPIO chip: no GPIO chip in " + folder
        + ": run it on a Raspberry Pi, in a container with its /dev; there is no gpiochip* in " + folder;
    assertEquals("GPIO 25" + gpio, refusal(() -> pi4j.create(DigitalInput.newConfigBuilder(pi4j).bcm(25).build())));
    assertEquals("GPIO 18" + gpio, refusal(() -> pi4j.create(DigitalOutput.newConfigBuilder(pi4j).bcm(18).build())));
  }

  @Test
  void shouldTellAPlainFileFromADevice() throws Exception {
    Files.createFile(folder.resolve("spidev0.1"));
    Files.createFile(folder.resolve("i2c-1"));
    Files.createFile(folder.resolve("gpiochip0"));
    assertTrue(refusal(() -> pi4j.create(spi("imu"))).contains("ENOTTY"));
    assertTrue(refusal(() -> pi4j.create(I2C.newConfigBuilder(pi4j).id("load").bus(1).device(0x2a).build()))
        .contains("this is no i2c-dev device"));
    assertTrue(
        refusal(() -> pi4j.create(DigitalInput.newConfigBuilder(pi4j).bcm(25).build())).contains("gpiochip0 (ENOTTY)"));
  }

  @Test
  void shouldLeaveTheNameFreeWhenOpeningFailed() {
    String first = refusal(() -> pi4j.create(spi("imu")));
    assertEquals(first, refusal(() -> pi4j.create(spi("imu"))), "not: this name is taken");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0x80, 0x3ff})
  void shouldRefuseAnAddressWhenItHasMoreThanSevenBits(int address) {
    String message = refusal(() -> pi4j.create(I2C.newConfigBuilder(pi4j).id("load").bus(1).device(address).build()));
    assertEquals("I2C address " + address
        + " of bus 1: 0x00 to 0x7f are possible (without the bit for reading or writing)", message);
  }

  @Test
  void shouldRefuseAConfigurationWhenALabelOrLineIsImpossible() {
    LinuxIoConfig good = LinuxIoConfig.raspberryPi();
    assertThrows(IllegalArgumentException.class, () -> new LinuxIoConfig(folder, List.of(), Set.of()));
    assertThrows(IllegalArgumentException.class, () -> good.withGpioChipLabel(" "));
    assertThrows(IllegalArgumentException.class, () -> good.withGpioChipLabel("x".repeat(32)));
    assertThrows(IllegalArgumentException.class, () -> good.withFallingLines(Set.of(-1)));
    assertEquals(Path.of("/dev"), good.deviceFolder());
    assertEquals(List.of("pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1"), good.gpioChipLabels());
  }

  private com.pi4j.io.spi.SpiConfig spi(String id) {
    return Spi.newConfigBuilder(pi4j).id(id).bus(SpiBus.BUS_0).channel(1).baud(8_000_000).build();
  }

  private static String refusal(org.junit.jupiter.api.function.Executable opening) {
    return String.valueOf(assertThrows(IOException.class, opening).getMessage());
  }
}
