package io.plumbline.pi4j.linux;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a person can do about an error of a device: one line that names the device, the kernel's error and the likely mend.
public final class Advice {
  static final String OPENING = "opening it";
  static final String MODE = "setting the mode";
  static final String WORD = "setting 8 bits a word";
  static final String CLOCK = "setting the clock";
  static final String FUNCTIONS = "asking what the adapter can do";
  static final String CHIP = "finding the GPIO chip";
  static final String LINE = "requesting the line";
  private static final String RUNNING = "using it";
  private static final String CONFIG_TXT = " to /boot/firmware/config.txt and restart";

  private Advice() {}

  /// For a status that a transfer returned.
  ///
  /// @param status −errno
  public static String spi(Path folder, int bus, int chipSelect, int status) {
    return spi(folder, bus, chipSelect, RUNNING, 0, 0, status);
  }

  /// For a status that a transfer returned.
  ///
  /// @param status −errno
  public static String i2c(Path folder, int bus, int address, int status) {
    return i2c(folder, bus, address, RUNNING, status);
  }

  /// For a status that a digital input or output returned.
  ///
  /// @param status −errno
  public static String gpio(LinuxIoConfig config, int line, int status) {
    return gpio(config, line, RUNNING, List.of(), "", status);
  }

  static String spi(Path folder, int bus, int chipSelect, String stage, int mode, int clockHz, int status) {
    String what = folder + "/spidev" + bus + "." + chipSelect + " (SPI" + bus + ", CE" + chipSelect + "): ";
    return what + Errno.nameAndMeaning(status) + " when " + stage + ": " + switch (-status) {
      case Errno.ENOENT -> spiOverlay(bus, chipSelect) + "; " + present(folder, "spidev");
      case Errno.EACCES, Errno.EPERM -> group("spi");
      case Errno.EBUSY -> "another program uses it: `sudo fuser -v " + folder + "/spidev" + bus + "." + chipSelect
          + "` shows which";
      case Errno.EINVAL -> spiRefused(bus, stage, mode, clockHz);
      case Errno.EMSGSIZE -> "split the message, spidev takes " + SpiDevice.MOST_BYTES + " bytes at once";
      case Errno.ENOTTY -> "this is no spidev device: look at the device folder in the configuration";
      case Errno.ETIMEDOUT, Errno.EIO -> "the controller did not finish: lower the clock and look into `dmesg`";
      default -> common(status, "spidev" + bus + "." + chipSelect);
    };
  }

  private static String spiOverlay(int bus, int chipSelect) {
    // Overlays of raspberry-pi-io.md, section 7.
    if (bus == 0) {
      return chipSelect <= 1 ? "add dtparam=spi=on" + CONFIG_TXT : "SPI0 has the chip selects 0 and 1 only";
    }
    if ((bus == 1 && chipSelect <= 2) || (bus >= 3 && bus <= 6 && chipSelect <= 1)) {
      return "add dtoverlay=spi" + bus + "-" + (chipSelect + 1) + "cs" + CONFIG_TXT
          + (bus == 1 ? "" : " (Pi 4 and its like only)");
    }
    return "this bus or chip select does not exist on the header: use SPI0 or SPI1";
  }

  private static String spiRefused(int bus, String stage, int mode, int clockHz) {
    if (stage.equals(MODE)) {
      // raspberry-pi-io.md, section 2: the auxiliary controller knows no CPHA.
      return "mode " + mode + " is refused"
          + (bus == 0 || mode % 2 == 0
              ? ": look into the chip's data sheet for another"
              : ", SPI" + bus + " can do modes 0 and 2 only: put the chip on SPI0");
    }
    return stage.equals(CLOCK) ? clockHz + " Hz is refused: ask for less" : "look into `dmesg`";
  }

  static String i2c(Path folder, int bus, int address, String stage, int status) {
    String what = folder + "/i2c-" + bus + (stage.equals(RUNNING) ? ", address " + hex(address) : "") + ": ";
    return what + Errno.nameAndMeaning(status) + " when " + stage + ": " + switch (-status) {
      case Errno.ENOENT -> i2cOverlay(bus) + "; " + present(folder, "i2c-");
      case Errno.EACCES, Errno.EPERM -> group("i2c");
      case Errno.EREMOTEIO, Errno.ENXIO -> "no chip answers at " + hex(address)
          + ": look at power, SDA, SCL and the address pins; `i2cdetect -y " + bus + "` shows who answers";
      case Errno.EBUSY -> "a driver of the kernel or another program holds the address: `i2cdetect -y " + bus
          + "` shows UU there";
      case Errno.EAGAIN, Errno.EPROTO -> "noise or a second master on the bus: shorten the wires";
      case Errno.EIO ->
        "the transfer broke off: look at pull-ups and wires, or lower the clock with dtparam=i2c_arm_baudrate=100000";
      case Errno.ETIMEDOUT ->
        "somebody holds the bus low: look at the pull-ups; a chip that stretches the clock needs dtoverlay=i2c-gpio "
            + "(the Pi's own controller cannot wait)";
      case Errno.EMSGSIZE -> "split the message, i2c-dev takes " + I2cDevice.MOST_BYTES + " bytes at once";
      case Errno.EOPNOTSUPP ->
        "the adapter can do SMBus commands only, the chips need plain I2C messages: use another adapter";
      case Errno.ENOTTY -> "this is no i2c-dev device: look at the device folder in the configuration";
      case Errno.EINVAL -> "the adapter refuses a message like this: ask for fewer bytes";
      default -> common(status, "i2c-" + bus);
    };
  }

  private static String i2cOverlay(int bus) {
    return (bus == 1
        ? "add dtparam=i2c_arm=on,i2c_arm_baudrate=400000"
        : "add an overlay such as dtoverlay=i2c-gpio,bus=" + bus + ",i2c_gpio_sda=23,i2c_gpio_scl=24") + CONFIG_TXT
        + ", and see that `sudo modprobe i2c-dev` works";
  }

  static String gpio(LinuxIoConfig config, int line, String stage, List<String> seen, String holder, int status) {
    String chips = seen.isEmpty() ? present(config.deviceFolder(), "gpiochip") : "there is: " + String.join(", ", seen);
    String what = "GPIO " + line + ": " + Errno.nameAndMeaning(status) + " when " + stage + ": ";
    return what + switch (-status) {
      case Errno.ENOENT -> "no GPIO chip in " + config.deviceFolder()
          + ": run it on a Raspberry Pi, in a container with its /dev; " + chips;
      case Errno.EACCES, Errno.EPERM -> group("gpio") + "; " + chips;
      case Errno.ENODEV -> stage.equals(CHIP)
          ? "no GPIO chip has the label " + String.join(" or ", config.gpioChipLabels())
              + ": set the right one in the configuration; " + chips
          : "the GPIO chip was taken away; it is tried again every second";
      case Errno.EBUSY -> "it is held by " + (holder.isEmpty() ? "another program" : "'" + holder + "'")
          + ": stop that program or remove its overlay, or choose another line (`gpioinfo` shows all)";
      case Errno.EINVAL -> "the chip has no such line, or the line cannot do this: compare with the pin map; " + chips;
      case Errno.ENOTTY -> "this kernel knows no GPIO version 2: Linux 5.10 or newer is needed; " + chips;
      default -> common(status, "the GPIO chip");
    };
  }

  private static String common(int status, String device) {
    return switch (-status) {
      case Errno.ENODEV, Errno.ESHUTDOWN, Errno.EBADF, Errno.ENXIO -> "the driver behind " + device
          + " was taken away; it is tried again every second";
      case Errno.ENOTDIR, Errno.EISDIR, Errno.ELOOP -> "look at the device folder in the configuration";
      case Errno.EMFILE, Errno.ENFILE -> "close programs, or raise LimitNOFILE in the service";
      case Errno.ENOMEM -> "close programs: the kernel has no memory left for this";
      case Errno.EAGAIN, Errno.EINTR, Errno.EINPROGRESS -> "it may work the next time";
      case Errno.EFAULT, Errno.EOVERFLOW -> "a fault of this program: report it with this line";
      default -> "look into `dmesg`";
    };
  }

  private static String group(String group) {
    String user = System.getProperty("user.name", "$USER");
    return "add the user to the group " + group + " with `sudo usermod -aG " + group + " " + user
        + "` and log in again";
  }

  private static String present(Path folder, String start) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, start + "*")) {
      found.forEach(path -> names.add(path.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      return folder + " cannot be read";
    }
    Collections.sort(names);
    return names.isEmpty() ? "there is no " + start + "* in " + folder : "there is: " + String.join(", ", names);
  }

  private static String hex(int address) {
    return "0x" + (address < 0x10 ? "0" : "") + Integer.toHexString(address);
  }
}
