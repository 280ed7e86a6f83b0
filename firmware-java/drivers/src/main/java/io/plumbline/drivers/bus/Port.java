package io.plumbline.drivers.bus;

/// A chip's place on a bus. It may fail to open and be opened later.
///
/// One thread uses it.
public interface Port {
  /// Opens the bus where it is not open. Allocates where it has to; costs nothing while it is open.
  ///
  /// @return whether it is open now
  boolean open();

  /// Why it could not be opened, for a person; empty where it could.
  String openingProblem();

  /// Where it is, for a person: `SPI 0.1`.
  String name();

  /// Result of the last transfer: a count, or −errno.
  int lastStatus();
}
