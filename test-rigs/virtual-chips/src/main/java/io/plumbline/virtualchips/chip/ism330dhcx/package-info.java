/// ST ISM330DHCX on I2C or SPI, read from `facts/ism330dhcx.md` (section numbers in comments are those of that file).
///
/// Not here: compression, temperature and configuration words in the FIFO, filters, tap, wake-up and the machine-learning core.
@NullMarked
package io.plumbline.virtualchips.chip.ism330dhcx;

import org.jspecify.annotations.NullMarked;
