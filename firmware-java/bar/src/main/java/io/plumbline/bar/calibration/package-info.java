/// Calibrating a bar: what a person has to do, whether it was really done, what `core` makes of it, and the file that keeps it.
///
/// Not here: the mathematics ([io.plumbline.core.calibration]), chips and buses, the command.
@NullMarked
package io.plumbline.bar.calibration;

import org.jspecify.annotations.NullMarked;
