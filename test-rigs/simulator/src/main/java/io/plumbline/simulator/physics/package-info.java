/// The laws of motion: a bar that bends, plates with play, floor, rack and hands as springs, gravity. Not here: what a lifter wants, what a sensor reads.
@NullMarked
package io.plumbline.simulator.physics;

import org.jspecify.annotations.NullMarked;
