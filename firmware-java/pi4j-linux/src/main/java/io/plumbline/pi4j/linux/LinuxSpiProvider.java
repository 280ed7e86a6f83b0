package io.plumbline.pi4j.linux;

import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProviderBase;
import java.nio.file.Path;

/// Makes [Spi]s on spidev.
final class LinuxSpiProvider extends SpiProviderBase {
  private final Path folder;

  LinuxSpiProvider(Path folder) {
    super("plumbline-linux-spi", "SPI on Linux's spidev");
    this.folder = folder;
  }

  @Override
  public Spi create(SpiConfig config) {
    LinuxSpi spi = new LinuxSpi(this, config, folder);
    return Registration.of(context, spi, spi::open);
  }
}
