/// What the models of chips have in common: the signal that a sensor feels, its clock, the line it pulls, the list of what the host did wrong.
/// A model is lazy: at each access it catches up to the board's time; nothing here has a thread, and exchanging bytes allocates nothing.
///
/// Not here: registers of a part (a package each), faults by script, the simulator.
@NullMarked
package io.plumbline.virtualchips.chip;

import org.jspecify.annotations.NullMarked;
