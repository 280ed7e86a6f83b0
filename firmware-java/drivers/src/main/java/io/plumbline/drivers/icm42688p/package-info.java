/// ICM-42688-P: accelerometer and gyroscope with a FIFO, the measuring sensor of the bar.
///
/// Not here: calibration, axes of the bar.
@NullMarked
package io.plumbline.drivers.icm42688p;

import org.jspecify.annotations.NullMarked;
