package io.plumbline.bar.command;

import io.plumbline.bar.summary.StreamContext;
import io.plumbline.core.raw.RawBatch;
import io.plumbline.core.raw.RawStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What commands reach of the bar, beside its measuring.
public interface Fittings {
  /// Has all outputs blink and beep; from any thread.
  ///
  /// @return their names, empty where there are none
  List<String> identify();

  /// The load cells; null where there are none whose zero can be set.
  @Nullable
  LoadCells cells();

  /// Whether somebody starts the program again when it has ended.
  boolean isStartedAgain();

  /// The load cells in two planes, and what is known of them.
  ///
  /// @param leftNPerRatio  left plane, row by row
  /// @param rightNPerRatio right plane
  /// @param zeroRatio      of each bridge as they are now, left first
  /// @param massKg         of the empty bar
  /// @param outboardKg     part of it outside each plane
  record LoadCells(List<Double> leftNPerRatio, List<Double> rightNPerRatio, List<Double> zeroRatio, double massKg,
      double outboardKg) {
    public LoadCells {
      leftNPerRatio = List.copyOf(leftNPerRatio);
      rightNPerRatio = List.copyOf(rightNPerRatio);
      zeroRatio = List.copyOf(zeroRatio);
    }
  }

  /// The streams of its chips.
  List<RawStream> streams();

  /// Shows the raw rows of the chips to somebody from now on, null for nobody any more; between two frames, by the thread that measures, which shows them.
  void tap(@Nullable Consumer<RawBatch> rows);

  /// Has the black box keep what holds from the next frame on, so that a replay does the same there; between two frames, by the thread that measures.
  ///
  /// @param command     that changed it
  /// @param lastFrameNs of the frame before, see [io.plumbline.bar.summary.Measurement#lastFrameNs()]
  void record(String command, long lastFrameNs, StreamContext context);

  /// Other zeros from the next frame on; between two frames, by the thread that measures.
  void setZeros(List<Double> zeroRatio);
}
