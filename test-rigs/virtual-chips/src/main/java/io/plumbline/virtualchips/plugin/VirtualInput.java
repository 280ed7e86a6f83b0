package io.plumbline.virtualchips.plugin;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import io.plumbline.pi4j.edge.EdgeBatch;
import io.plumbline.pi4j.edge.EdgeInput;
import io.plumbline.virtualchips.wire.Board;
import io.plumbline.virtualchips.wire.EdgeLine;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A line that a chip drives. A line that nobody drives keeps its resting level and has no edges.
final class VirtualInput extends DigitalInputBase implements EdgeInput {
  private final Board board;
  private final @Nullable EdgeLine line;
  private final boolean falling;
  private final LongConsumer passNs;

  private VirtualInput(DigitalInputProvider provider, DigitalInputConfig config, Board board, @Nullable EdgeLine line,
      boolean falling, LongConsumer passNs) {
    super(provider, config);
    this.board = board;
    this.line = line;
    this.falling = falling;
    this.passNs = passNs;
  }

  @Override
  public DigitalState state() {
    boolean high = line == null ? falling : line.isHigh();
    return high ? DigitalState.HIGH : DigitalState.LOW;
  }

  @Override
  public int drain(EdgeBatch batch) {
    return line == null ? 0 : line.drain(batch);
  }

  @Override
  public int await(long timeoutNs) {
    long nowNs = board.nowNs();
    long endNs = nowNs + Math.min(Math.max(0, timeoutNs), Long.MAX_VALUE - nowNs);
    while (true) {
      long nextNs = line == null ? Long.MAX_VALUE : line.nextEdgeNs();
      if (nextNs <= nowNs) {
        return 1;
      }
      if (nowNs >= endNs) {
        return 0;
      }
      passNs.accept(Math.min(nextNs, endNs) - nowNs);
      long laterNs = board.nowNs();
      if (laterNs == nowNs || Thread.currentThread().isInterrupted()) {
        // A clock that stands: nothing will come of waiting.
        return 0;
      }
      nowNs = laterNs;
    }
  }

  /// Opens lines.
  static final class InputPlugin extends DigitalInputProviderBase {
    private final Board board;
    private final Set<Integer> fallingLines;
    private final LongConsumer passNs;

    InputPlugin(Board board, Set<Integer> fallingLines, LongConsumer passNs) {
      super("plumbline-virtual-input", "Virtual digital input");
      this.board = board;
      this.fallingLines = fallingLines;
      this.passNs = passNs;
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
      int number = config.bcm();
      DigitalInput input = new VirtualInput(this, config, board, board.input(number), fallingLines.contains(number),
          passNs);
      context.registry().add(input);
      return input;
    }
  }
}
