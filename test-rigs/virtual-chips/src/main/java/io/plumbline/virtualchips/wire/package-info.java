/// What hangs on the pins: chips on buses, data-ready lines, outputs, on one board with one clock. Whoever plays the Pi (the Pi4J plugin, a
/// virtual kernel) asks the board; the chips know nothing of who asks.
///
/// Not here: models of chips, faults, Pi4J, system calls.
@NullMarked
package io.plumbline.virtualchips.wire;

import org.jspecify.annotations.NullMarked;
