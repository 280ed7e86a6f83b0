/// What sensors make of a motion: filters, noise, errors, clocks, faults. Not here: the motion, and any estimate of it.
@NullMarked
package io.plumbline.simulator.sensor;

import org.jspecify.annotations.NullMarked;
