/// TI ADS131M04 on SPI, read from `facts/ads131m04.md` (section numbers in comments are those of that file).
///
/// Not here: current-detect mode, phase calibration and the DC block, whose registers only keep what is written.
@NullMarked
package io.plumbline.virtualchips.chip.ads131m04;

import org.jspecify.annotations.NullMarked;
