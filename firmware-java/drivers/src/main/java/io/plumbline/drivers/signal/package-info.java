/// What the lifter hears and sees at the bar: a buzzer or a lamp on an output pin.
///
/// Not here: when to signal (the pipeline), how a pin is switched (`pi4j-linux`).
@NullMarked
package io.plumbline.drivers.signal;

import org.jspecify.annotations.NullMarked;
