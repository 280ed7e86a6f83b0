package io.plumbline.pi4j.linux;

import com.pi4j.provider.Provider;

/// The plugin, as providers to be handed to Pi4J's context builder:
/// `Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook().add(LinuxPlugin.providers(config)).build()`.
///
/// Creating an I/O opens its device and throws Pi4J's `IOException` with what to do; closing the context closes all. Each I/O is for one
/// thread at a time.
public final class LinuxPlugin {
  private LinuxPlugin() {}

  /// Providers of SPI, I2C, digital inputs and digital outputs.
  public static Provider<?, ?, ?>[] providers(LinuxIoConfig config) {
    return new Provider<?, ?, ?>[]{new LinuxSpiProvider(config.deviceFolder()),
        new LinuxI2cProvider(config.deviceFolder()), new LinuxDigitalInputProvider(config),
        new LinuxDigitalOutputProvider(config)};
  }
}
