package io.plumbline.drivers.bus;

import io.plumbline.drivers.ChipCounter;

/// What became of a transfer, by its result: a count, or −errno as Linux numbers them.
public enum BusStatus {
  /// The transfer went through.
  DONE(ChipCounter.TRANSFERS, "the transfer went through"),
  /// Nobody acknowledged, or the device is not there.
  NO_ANSWER(ChipCounter.NO_ANSWER, "nobody answers: check power, wiring and address"),
  /// Busy or timed out.
  TIMEOUT(ChipCounter.BUS_TIMEOUT,
      "the bus is busy or held: check that no other program uses it, then power the sensor off and on"),
  /// Failed otherwise.
  ERROR(ChipCounter.BUS_ERROR, "transfers fail: check the wires of the bus and its speed");

  /// EIO: a transfer that failed for a reason nobody named.
  public static final int FAILED = -5;

  private static final int ENOENT = 2;
  private static final int ENXIO = 6;
  private static final int EBADF = 9;
  private static final int EAGAIN = 11;
  private static final int EBUSY = 16;
  private static final int ENODEV = 19;
  private static final int ETIMEDOUT = 110;
  private static final int EREMOTEIO = 121;

  private final ChipCounter counter;
  private final String sentence;

  BusStatus(ChipCounter counter, String sentence) {
    this.counter = counter;
    this.sentence = sentence;
  }

  /// The counter that a transfer with this outcome belongs to.
  public ChipCounter counter() {
    return counter;
  }

  /// What it means and what to do, for a person.
  public String sentence() {
    return sentence;
  }

  /// Sorts a result.
  ///
  /// @param result count, or −errno
  public static BusStatus of(int result) {
    if (result >= 0) {
      return DONE;
    }
    return switch (-result) {
      case ENOENT, ENXIO, EBADF, ENODEV, EREMOTEIO -> NO_ANSWER;
      case EAGAIN, EBUSY, ETIMEDOUT -> TIMEOUT;
      default -> ERROR;
    };
  }

  /// Whether the device node itself has gone, so that only opening the bus again can help.
  static boolean isGone(int result) {
    return result == -ENOENT || result == -EBADF || result == -ENODEV;
  }
}
