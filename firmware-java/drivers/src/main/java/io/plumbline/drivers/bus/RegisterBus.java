package io.plumbline.drivers.bus;

/// Registers of one byte each, behind SPI or I2C. Transfers allocate nothing and never throw.
public interface RegisterBus extends Port {
  /// Reads registers in one burst.
  ///
  /// @param register first one
  /// @param into     filled from `from` on
  /// @param count    at most [#longestRead()]
  /// @return `count`, or −errno; the array is only filled where it is `count`
  int read(int register, byte[] into, int from, int count);

  /// Writes one register.
  ///
  /// @param value its low eight bits
  /// @return 0 or more, or −errno
  int write(int register, int value);

  /// Bytes that one read can give.
  int longestRead();

  /// Whether this is SPI, so that a chip's I2C side can be switched off. An absent chip reads as all ones here, and does not acknowledge on I2C.
  boolean isSpi();
}
