package io.plumbline.bar.recording;

import io.plumbline.contract.payload.Phase;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The reference values of one row. Reused by the reader: valid until its next row.
public final class TruthFrame {
  private final double[] values = new double[TruthColumn.values().length];
  private @Nullable Phase phase;

  void reset() {
    Arrays.fill(values, Double.NaN);
    phase = null;
  }

  void set(TruthColumn column, double value) {
    values[column.ordinal()] = value;
  }

  void setPhase(Phase newPhase) {
    phase = newPhase;
  }

  /// The value of a column, NaN where the row has none.
  public double get(TruthColumn column) {
    return values[column.ordinal()];
  }

  /// The reference phase, null where the row has none.
  public @Nullable Phase phase() {
    return phase;
  }
}
