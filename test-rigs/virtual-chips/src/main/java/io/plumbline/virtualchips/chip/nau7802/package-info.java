/// Nuvoton NAU7802 on I2C, read from `facts/nau7802.md` (section numbers in comments are those of that file).
///
/// Not here: system calibration, the chip's own temperature sensor, its streaming modes, which no Linux host can use.
@NullMarked
package io.plumbline.virtualchips.chip.nau7802;

import org.jspecify.annotations.NullMarked;
