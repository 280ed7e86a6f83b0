package io.plumbline.pi4j.linux;

import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProviderBase;
import java.nio.file.Path;

/// Makes [I2C]s on i2c-dev.
final class LinuxI2cProvider extends I2CProviderBase {
  private final Path folder;

  LinuxI2cProvider(Path folder) {
    super("plumbline-linux-i2c", "I2C on Linux's i2c-dev");
    this.folder = folder;
  }

  @Override
  public I2C create(I2CConfig config) {
    LinuxI2c i2c = new LinuxI2c(this, config, folder);
    return Registration.of(context, i2c, i2c::open);
  }
}
