/// What the chips of a whole bar feel: a simulated lifter, or a pattern in which each sample tells its number; and the board with all of them in
/// their usual places.
///
/// Not here: registers, Pi4J, what drivers make of it.
@NullMarked
package io.plumbline.virtualchips.feed;

import org.jspecify.annotations.NullMarked;
