package io.plumbline.pi4j.linux;

import com.pi4j.context.Context;
import com.pi4j.exception.ShutdownException;
import com.pi4j.io.binding.DigitalBinding;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import com.pi4j.io.gpio.digital.PullResistance;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.pi4j.edge.EdgeInput;
import java.util.function.Consumer;

/// Pi4J's digital input on a line of the GPIO character device: one edge, with the kernel's time and number. The configuration's debouncing
/// is not applied: edges come from chips, and Pi4J's default of 10 ms would swallow them.
final class LinuxDigitalInput extends DigitalInputBase implements EdgeInput {
  private final GpioLine line;

  LinuxDigitalInput(DigitalInputProvider provider, DigitalInputConfig config, LinuxIoConfig io) {
    super(provider, config);
    boolean falling = io.fallingLines().contains(config.bcm());
    line = new GpioLine(io, config.bcm(),
        GpioAbi.FLAG_INPUT | (falling ? GpioAbi.FLAG_FALLING : GpioAbi.FLAG_RISING) | pull(config.pull()));
  }

  private static long pull(PullResistance pull) {
    return switch (pull) {
      case PULL_UP -> GpioAbi.FLAG_PULL_UP;
      case PULL_DOWN -> GpioAbi.FLAG_PULL_DOWN;
      case OFF -> GpioAbi.FLAG_NO_PULL;
    };
  }

  void open() {
    line.open();
  }

  @Override
  public DigitalInput shutdownInternal(Context context) throws ShutdownException {
    close();
    return super.shutdownInternal(context);
  }

  @Override
  public void close() {
    line.close();
  }

  @Override
  public int drain(EdgeBatch batch) {
    return line.drain(batch);
  }

  @Override
  public int await(long timeoutNs) {
    return line.await(timeoutNs);
  }

  @Override
  public DigitalState state() {
    int level = line.level();
    return level < 0 ? DigitalState.UNKNOWN : level == 0 ? DigitalState.LOW : DigitalState.HIGH;
  }

  /// Refused: nobody waits for edges here but who calls [#await].
  @Override
  public DigitalInput addListener(DigitalStateChangeListener... listener) {
    throw refused();
  }

  /// Refused, see [#addListener].
  @Override
  public Consumer<Boolean> addConsumer(Consumer<Boolean> consumer) {
    throw refused();
  }

  /// Refused, see [#addListener].
  // Pi4J declares the raw type.
  @SuppressWarnings("rawtypes")
  @Override
  public DigitalInput bind(DigitalBinding... binding) {
    throw refused();
  }

  private UnsupportedOperationException refused() {
    return new UnsupportedOperationException("GPIO " + config().bcm()
        + " keeps its edges with time and number instead of calling listeners: cast it to EdgeInput, then await and drain");
  }
}
