package io.plumbline.drivers.polled;

import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.SelfTestResult;
import io.plumbline.drivers.bus.Port;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What anybody may ask of a chip at any time, written by the one thread that polls it.
final class Standing {
  private final Port port;
  private volatile ChipState state = ChipState.STARTING;
  private volatile String why = "it has not been polled yet";
  private volatile int detail;
  private volatile double rateHz = Double.NaN;
  private volatile double temperatureC = Double.NaN;
  private volatile @Nullable SelfTestResult selfTestResult;

  Standing(Port port) {
    this.port = port;
  }

  void set(ChipState newState, String newWhy, int newDetail) {
    detail = newDetail;
    why = newWhy;
    state = newState;
    if (newState != ChipState.RUNNING) {
      rateHz = Double.NaN;
      temperatureC = Double.NaN;
    }
  }

  ChipState state() {
    return state;
  }

  /// Why it does not run; empty while it does.
  String complaint() {
    return state == ChipState.RUNNING ? "" : port.name() + ": " + reason();
  }

  /// The reason alone; without one of its own it is that of the bus, which could not be opened.
  String reason() {
    String reason = why;
    return reason.isEmpty() ? port.openingProblem() : String.format(Locale.ROOT, reason, detail);
  }

  void rateHz(double valueHz) {
    rateHz = valueHz;
  }

  double rateHz() {
    return rateHz;
  }

  void temperatureC(double valueC) {
    temperatureC = valueC;
  }

  double temperatureC() {
    return temperatureC;
  }

  void selfTestResult(SelfTestResult result) {
    selfTestResult = result;
  }

  @Nullable
  SelfTestResult selfTestResult() {
    return selfTestResult;
  }
}
