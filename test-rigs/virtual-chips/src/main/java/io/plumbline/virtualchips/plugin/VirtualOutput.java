package io.plumbline.virtualchips.plugin;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.OutputLine;
import org.jspecify.annotations.Nullable;

/// A line that the host drives; allocates nothing and tells no listeners. A line that refuses shows as [DigitalState#UNKNOWN], as with the
/// real plugin.
final class VirtualOutput extends DigitalOutputBase {
  private final Board board;
  private final @Nullable OutputLine line;

  private VirtualOutput(DigitalOutputProvider provider, DigitalOutputConfig config, Board board,
      @Nullable OutputLine line) {
    super(provider, config);
    this.board = board;
    this.line = line;
  }

  @Override
  public DigitalOutput state(DigitalState newState) {
    state = newState;
    if (line != null) {
      try {
        line.set(newState == DigitalState.HIGH, board.nowNs());
      } catch (Pi4JException e) {
        state = DigitalState.UNKNOWN;
      }
    }
    return this;
  }

  /// Opens lines.
  static final class OutputPlugin extends DigitalOutputProviderBase {
    private final Board board;

    OutputPlugin(Board board) {
      super("plumbline-virtual-output", "Virtual digital output");
      this.board = board;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
      DigitalOutput output = new VirtualOutput(this, config, board, board.output(config.bcm()));
      context.registry().add(output);
      return output;
    }
  }
}
