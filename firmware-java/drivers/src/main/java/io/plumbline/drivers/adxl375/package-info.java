/// ADXL375: accelerometer for impacts, ±200 g.
///
/// Not here: what an impact means.
@NullMarked
package io.plumbline.drivers.adxl375;

import org.jspecify.annotations.NullMarked;
