package io.plumbline.core.calibration;

/// The data do not say what was asked of them. The message is one sentence for a person: what is wrong and what to do.
public final class CalibrationRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param reason and likely mend
  public CalibrationRefusedException(String reason) {
    super(reason);
  }
}
