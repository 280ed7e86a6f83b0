package io.plumbline.pi4j.linux;

import com.pi4j.context.Context;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;

/// Pi4J's digital output on a line of the GPIO character device. It begins at the configuration's initial state, else low, without a glitch.
///
/// Setting allocates nothing unless somebody listens. A failure to set shows as [DigitalState#UNKNOWN] in [#state()], never as an exception.
final class LinuxDigitalOutput extends DigitalOutputBase {
  private final GpioLine line;

  LinuxDigitalOutput(DigitalOutputProvider provider, DigitalOutputConfig config, LinuxIoConfig io) {
    super(provider, config);
    line = new GpioLine(io, config.bcm(), GpioAbi.FLAG_OUTPUT);
  }

  void open() {
    line.startAt(config().initialState() == DigitalState.HIGH);
    line.open();
  }

  @Override
  public DigitalOutput shutdownInternal(Context context) throws ShutdownException {
    try {
      return super.shutdownInternal(context);
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    line.close();
  }

  /// Sets the level.
  ///
  /// @param wanted high or low; any other leaves it
  @Override
  public DigitalOutput state(DigitalState wanted) {
    if (wanted == DigitalState.UNKNOWN) {
      return this;
    }
    if (line.drive(wanted == DigitalState.HIGH) < 0) {
      // Unlike the level before, this makes the next attempt a change for listeners.
      state = DigitalState.UNKNOWN;
      return this;
    }
    return super.state(wanted);
  }
}
