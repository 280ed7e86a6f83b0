package io.plumbline.virtualchips.plugin;

import com.pi4j.provider.Provider;
import io.plumbline.virtualchips.wire.Board;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// Makes the providers to be added to a Pi4J context. Their results are those of the real plugin: a count, or −errno; nothing is thrown once a
/// device is open.
public final class VirtualPlugin {
  private VirtualPlugin() {}

  /// For a board on the real clock: who waits for an edge sleeps.
  ///
  /// @param fallingLines BCM numbers of the inputs whose active edge is the falling one; of all others it is the rising one
  public static Provider<?, ?, ?>[] providers(Board board, Set<Integer> fallingLines) {
    return providers(board, fallingLines, LockSupport::parkNanos);
  }

  /// For any clock.
  ///
  /// @param passNs lets so many ns pass, or not: with a [io.plumbline.virtualchips.wire.ManualClock] either `clock::advanceNs`, so that who
  ///               waits for an edge finds himself there, or nothing, so that he returns at once
  public static Provider<?, ?, ?>[] providers(Board board, Set<Integer> fallingLines, LongConsumer passNs) {
    return new Provider<?, ?, ?>[]{new VirtualSpi.SpiPlugin(board), new VirtualI2c.I2cPlugin(board),
        new VirtualInput.InputPlugin(board, Set.copyOf(fallingLines), passNs), new VirtualOutput.OutputPlugin(board)};
  }
}
