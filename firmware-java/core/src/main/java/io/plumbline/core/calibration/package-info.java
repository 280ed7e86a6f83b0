/// From what a person did with the bar to the constants of its sensors: accelerometer, gyroscope bias, mount, lever arm, load cells, facing. Each
/// result carries standard deviations and residuals; what cannot be told from the data is refused with a sentence for a person.
///
/// Pure: no clock, no files, no steps. Not here: guiding a person, the calibration file (the bar program), correcting samples in a lift.
@NullMarked
package io.plumbline.core.calibration;

import org.jspecify.annotations.NullMarked;
