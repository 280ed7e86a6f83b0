package io.plumbline.pi4j.linux;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;

/// Makes digital inputs, each an [io.plumbline.pi4j.edge.EdgeInput].
final class LinuxDigitalInputProvider extends DigitalInputProviderBase {
  private final LinuxIoConfig io;

  LinuxDigitalInputProvider(LinuxIoConfig io) {
    super("plumbline-linux-digital-input", "Digital input on Linux's GPIO character device");
    this.io = io;
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    LinuxDigitalInput input = new LinuxDigitalInput(this, config, io);
    return Registration.of(context, input, input::open);
  }
}
