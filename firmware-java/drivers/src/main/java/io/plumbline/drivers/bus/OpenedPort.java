package io.plumbline.drivers.bus;

/// What the ports share: opening and the last status.
abstract class OpenedPort<T> implements Port {
  /// ENODEV, for a transfer on what is not open.
  private static final int NOT_OPEN = -19;

  final Opening<T> opening;
  private volatile int lastStatus;

  OpenedPort(Opening<T> opening) {
    this.opening = opening;
  }

  @Override
  public final boolean open() {
    return opening.get() != null;
  }

  @Override
  public final String openingProblem() {
    return opening.problem();
  }

  @Override
  public final String name() {
    return opening.name();
  }

  @Override
  public final int lastStatus() {
    return lastStatus;
  }

  final int notOpen() {
    return note(NOT_OPEN);
  }

  /// Keeps a result where a count of at least `wanted` was expected; a shorter transfer has failed.
  final int note(int result, int wanted) {
    return note(result >= 0 && result < wanted ? BusStatus.FAILED : result);
  }

  private int note(int result) {
    lastStatus = result;
    return opening.note(result);
  }
}
