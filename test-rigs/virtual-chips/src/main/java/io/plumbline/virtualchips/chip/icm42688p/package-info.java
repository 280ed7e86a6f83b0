/// TDK ICM-42688-P on SPI, read from `facts/icm-42688-p.md` (section numbers in comments are those of that file).
///
/// Not here: its I2C side, FSYNC, tap, wake-on-motion and the external clock, whose registers only keep what is written.
@NullMarked
package io.plumbline.virtualchips.chip.icm42688p;

import org.jspecify.annotations.NullMarked;
