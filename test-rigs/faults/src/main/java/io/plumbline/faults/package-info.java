/// Breaks bar, broker and daemon as processes while reps flow, and checks that each rep is stored exactly once.
///
/// Not here: anything of ours as a library. What the programs leave on the disk is read by its description, so that a mistake in writing is not
/// repeated in reading.
@NullMarked
package io.plumbline.faults;

import org.jspecify.annotations.NullMarked;
