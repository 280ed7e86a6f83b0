/// A Pi4J plugin: spidev, i2c-dev and gpiochip v2 through `java.lang.foreign`, and real-time set-up of a thread, and
/// the service manager's socket. The only place with native
/// calls.
///
/// Not here: anything that knows a chip.
@NullMarked
package io.plumbline.pi4j.linux;

import org.jspecify.annotations.NullMarked;
