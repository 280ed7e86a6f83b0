/// ISM330DHCX: the other accelerometer and gyroscope, 833 Hz with a tagged FIFO.
///
/// Not here: calibration, axes of the bar.
@NullMarked
package io.plumbline.drivers.ism330dhcx;

import org.jspecify.annotations.NullMarked;
