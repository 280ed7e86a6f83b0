package io.plumbline.core.raw;

/// What a count of one channel means: value = siAtZero + count · siPerCount, by the data sheet, without calibration.
///
/// @param name       `ax`, `ay`, `az`, `gx`, `gy`, `gz`, `temperature`, `c0` … `c3`
/// @param unit       SI unit: `m/s²`, `rad/s`, `°C`, `V/V` (bridge ratio), `V`
/// @param siPerCount of one count, in that unit
/// @param siAtZero   value of count 0, in that unit
/// @param lowest     smallest count that is not clipped
/// @param highest    largest count that is not clipped
public record RawChannel(String name, String unit, double siPerCount, double siAtZero, int lowest, int highest) {
  public RawChannel {
    if (lowest >= highest) {
      throw new IllegalArgumentException("channel " + name + ": the range " + lowest + " to " + highest + " is empty");
    }
  }

  /// The value of a count, in the channel's unit.
  public double si(int count) {
    return siAtZero + count * siPerCount;
  }

  /// Whether a count is at the end of the range: the true value may lie beyond.
  public boolean isClipped(int count) {
    return count < lowest || count > highest;
  }
}
