/// What goes wrong on a board, by script: when, where, for how long; as text or built by a program. Faults sit between chip and host, or happen to
/// a chip.
///
/// Not here: faults that no board could show.
@NullMarked
package io.plumbline.virtualchips.fault;

import org.jspecify.annotations.NullMarked;
