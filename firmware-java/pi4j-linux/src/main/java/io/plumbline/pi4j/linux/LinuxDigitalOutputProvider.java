package io.plumbline.pi4j.linux;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;

/// Makes digital outputs.
final class LinuxDigitalOutputProvider extends DigitalOutputProviderBase {
  private final LinuxIoConfig io;

  LinuxDigitalOutputProvider(LinuxIoConfig io) {
    super("plumbline-linux-digital-output", "Digital output on Linux's GPIO character device");
    this.io = io;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    LinuxDigitalOutput output = new LinuxDigitalOutput(this, config, io);
    return Registration.of(context, output, output::open);
  }
}
