package io.plumbline.virtualchips.wire;

/// The chip's side of an I2C address. Asked by one thread at a time.
public interface I2cChip {
  /// A write message.
  ///
  /// @return `count`, or −errno as the kernel's driver would give it (−121 for no acknowledge)
  int write(byte[] bytes, int from, int count);

  /// A read message, which goes on where the message before left the register pointer.
  ///
  /// @return `count`, or −errno
  int read(byte[] bytes, int from, int count);
}
