/// Virtual chips in the place of a computer's pins, for the bar program.
///
/// Not here: the chips, the lifter, the bar program.
@NullMarked
package io.plumbline.demo.pins;

import org.jspecify.annotations.NullMarked;
