package io.plumbline.virtualchips.wire;

/// The chip's side of a chip-select line. Asked by one thread at a time.
public interface SpiChip {
  /// One frame: chip select goes low, `count` bytes are exchanged, chip select goes high.
  ///
  /// @param out     what the host sends, from `outFrom` on
  /// @param in      filled with what the chip sends, from `inFrom` on; may be the same array as `out`
  /// @param mode    SPI mode of the host, 0 to 3
  /// @param clockHz of the host
  /// @return `count`, or −errno as the kernel's driver would give it
  int exchange(byte[] out, int outFrom, byte[] in, int inFrom, int count, int mode, int clockHz);
}
