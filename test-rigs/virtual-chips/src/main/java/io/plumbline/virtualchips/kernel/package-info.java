/// A kernel that the unchanged Linux plugin cannot tell from a real one: it answers the plugin's system calls on spidev, i2c-dev and gpiochip
/// devices from a [io.plumbline.virtualchips.wire.Board], either inside the calling process (seccomp user notification) or as character
/// devices (CUSE, in User-Mode Linux). And
/// [io.plumbline.virtualchips.kernel.ServiceListener], which hears what a service says to its manager, and
/// [io.plumbline.virtualchips.kernel.PseudoTerminal], a serial device with its far end.
///
/// Not here: models of chips, Pi4J, production's own native calls (this side has its own, so that a wrong one cannot hide).
@NullMarked
package io.plumbline.virtualchips.kernel;

import org.jspecify.annotations.NullMarked;
