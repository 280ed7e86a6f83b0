/// A simulated lifter, bar and floor, and the sensors on the bar: truth in SI, and what noisy sensors would say about it. Written from the laws
/// of motion alone, so that the firmware's estimates have an independent judge.
///
/// Not here: anything of the firmware (neither its mathematics nor its types), register-level chips, networking.
@NullMarked
package io.plumbline.simulator;

import org.jspecify.annotations.NullMarked;
