package io.plumbline.pi4j.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
  private static final String USER = System.getProperty("user.name");
  private final Path folder;

  AdviceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    0 | 0 | add dtparam=spi=on to /boot/firmware/config.txt and restart;
    0 | 2 | SPI0 has the chip selects 0 and 1 only;
    1 | 1 | add dtoverlay=spi1-2cs to /boot/firmware/config.txt and restart;
    3 | 0 | add dtoverlay=spi3-1cs to /boot/firmware/config.txt and restart (Pi 4 and its like only);
    2 | 0 | this bus or chip select does not exist on the header: use SPI0 or SPI1;
    """)
  void shouldNameTheLineOfConfigTxtWhenSpiIsNotThere(int bus, int chipSelect, String mend) throws Exception {
    Files.createFile(folder.resolve("spidev9.1"));
    Files.createFile(folder.resolve("spidev9.0"));
    assertEquals(folder + "/spidev" + bus + "." + chipSelect + " (SPI" + bus + ", CE" + chipSelect
        + "): ENOENT (there is no such file) when opening it: " + mend + " there is: spidev9.0, spidev9.1",
        Advice.spi(folder, bus, chipSelect, Advice.OPENING, 0, 8_000_000, -2));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    1 | opening it        | 1 | add the user to the group spi with `sudo usermod -aG spi
    13 | opening it       | 1 | add the user to the group spi with `sudo usermod -aG spi
    16 | opening it       | 1 | another program uses it: `sudo fuser -v
    22 | setting the mode | 1 | mode 3 is refused, SPI1 can do modes 0 and 2 only: put the chip on SPI0
    22 | setting the mode | 0 | mode 3 is refused: look into the chip's data sheet for another
    22 | setting the clock | 0 | 99000000 Hz is refused: ask for less
    25 | setting the mode | 0 | this is no spidev device: look at the device folder in the configuration
    90 | using it         | 0 | split the message, spidev takes 4096 bytes at once
    110 | using it        | 0 | the controller did not finish: lower the clock and look into `dmesg`
    5 | using it          | 0 | the controller did not finish: lower the clock and look into `dmesg`
    19 | using it         | 0 | the driver behind spidev0.0 was taken away; it is tried again every second
    108 | using it        | 0 | the driver behind spidev0.0 was taken away; it is tried again every second
    """)
  void shouldSayWhatToDoWhenSpiFails(int errno, String stage, int bus, String mend) {
    String line = Advice.spi(folder, bus, 0, stage, 3, 99_000_000, -errno);
    assertTrue(line.contains(" when " + stage + ": " + mend), line);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    2 | opening it  | add dtparam=i2c_arm=on,i2c_arm_baudrate=400000 to /boot/firmware/config.txt and restart, and see that `sudo modprobe i2c-dev` works; there is no i2c-*
    13 | opening it | add the user to the group i2c with `sudo usermod -aG i2c
    121 | using it  | no chip answers at 0x2a: look at power, SDA, SCL and the address pins; `i2cdetect -y 1` shows who answers
    6 | using it    | no chip answers at 0x2a: look at power
    16 | using it   | a driver of the kernel or another program holds the address: `i2cdetect -y 1` shows UU there
    11 | using it   | noise or a second master on the bus: shorten the wires
    71 | using it   | noise or a second master on the bus: shorten the wires
    5 | using it    | the transfer broke off: look at pull-ups and wires, or lower the clock with dtparam=i2c_arm_baudrate=100000
    110 | using it  | somebody holds the bus low: look at the pull-ups; a chip that stretches the clock needs dtoverlay=i2c-gpio
    90 | using it   | split the message, i2c-dev takes 8192 bytes at once
    95 | asking what the adapter can do | the adapter can do SMBus commands only, the chips need plain I2C messages
    25 | asking what the adapter can do | this is no i2c-dev device
    22 | using it   | the adapter refuses a message like this: ask for fewer bytes
    19 | using it   | the driver behind i2c-1 was taken away; it is tried again every second
    """)
  void shouldSayWhatToDoWhenI2cFails(int errno, String stage, String mend) {
    String line = Advice.i2c(folder, 1, 0x2a, stage, -errno);
    assertTrue(line.contains(" when " + stage + ": " + mend), line);
  }

  @Test
  void shouldOfferABusOnOtherPinsWhenAnotherI2cBusIsNotThere() {
    String line = Advice.i2c(folder, 3, 9, Advice.OPENING, -2);
    assertTrue(line.startsWith(folder + "/i2c-3: ENOENT (there is no such file) when opening it: "
        + "add an overlay such as dtoverlay=i2c-gpio,bus=3,i2c_gpio_sda=23,i2c_gpio_scl=24"), line);
  }

  @Test
  void shouldListTheLabelsWhenNoGpioChipFits() {
    LinuxIoConfig config = LinuxIoConfig.raspberryPi().withDeviceFolder(folder);
    assertEquals("GPIO 25: ENODEV (the device is gone) when finding the GPIO chip: no GPIO chip has the label "
        + "pinctrl-bcm2835 or pinctrl-bcm2711 or pinctrl-rp1: set the right one in the configuration; "
        + "there is: gpiochip0 'INT34C6:00' with 463 lines",
        Advice.gpio(config, 25, Advice.CHIP, List.of("gpiochip0 'INT34C6:00' with 463 lines"), "", -19));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
    2 | finding the GPIO chip  | '' | : run it on a Raspberry Pi, in a container with its /dev; there is no gpiochip* in
    13 | finding the GPIO chip | '' | add the user to the group gpio with `sudo usermod -aG gpio
    16 | requesting the line   | spi0 CS0 | it is held by 'spi0 CS0': stop that program or remove its overlay
    16 | requesting the line   | '' | it is held by another program: stop that program
    22 | requesting the line   | '' | the chip has no such line, or the line cannot do this: compare with the pin map
    25 | requesting the line   | '' | this kernel knows no GPIO version 2: Linux 5.10 or newer is needed
    19 | using it              | '' | the GPIO chip was taken away; it is tried again every second
    24 | requesting the line   | '' | close programs, or raise LimitNOFILE in the service
    """)
  void shouldSayWhatToDoWhenGpioFails(int errno, String stage, String holder, String mend) {
    LinuxIoConfig config = LinuxIoConfig.raspberryPi().withDeviceFolder(folder);
    String line = Advice.gpio(config, 25, stage, List.of(), holder, -errno);
    assertTrue(line.contains(mend), line);
  }

  @Test
  void shouldNameTheUserWhenAGroupIsMissing() {
    assertTrue(Advice.i2c(folder, 1, 8, -13).endsWith("usermod -aG i2c " + USER + "` and log in again"));
  }

  @Test
  void shouldGiveAdviceForEveryErrorThatHasAName() {
    int[] named = IntStream.range(1, 134).filter(errno -> !Errno.name(-errno).startsWith("errno")).toArray();
    assertEquals(30, named.length);
    LinuxIoConfig config = LinuxIoConfig.raspberryPi().withDeviceFolder(folder);
    for (int errno : named) {
      for (String line : List.of(Advice.spi(folder, 0, 0, -errno), Advice.i2c(folder, 1, 8, -errno),
          Advice.gpio(config, 4, -errno))) {
        String mend = line.substring(line.indexOf(" when using it: ") + 16);
        assertFalse(mend.isBlank(), line);
        assertTrue(line.contains(Errno.name(-errno) + " ("), line);
        assertFalse(line.contains("\n"), line);
      }
    }
    assertEquals("errno77 (unknown)", Errno.nameAndMeaning(-77));
  }
}
