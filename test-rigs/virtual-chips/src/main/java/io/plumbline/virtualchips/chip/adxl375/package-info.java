/// Analog Devices ADXL375 on I2C, read from `facts/high-g.md` (section numbers in comments are those of that file).
///
/// Not here: its SPI side, shock and activity detection, offsets and the trigger mode, whose registers only keep what is written.
@NullMarked
package io.plumbline.virtualchips.chip.adxl375;

import org.jspecify.annotations.NullMarked;
