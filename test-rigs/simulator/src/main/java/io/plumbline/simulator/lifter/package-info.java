/// What a person does with the bar: pulls, reps, walk-outs and mishaps as commands to the hands, and the trunk that goes with them. Not here: what the bar makes of it.
@NullMarked
package io.plumbline.simulator.lifter;

import org.jspecify.annotations.NullMarked;
