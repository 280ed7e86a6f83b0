/// One package a chip: registers, decoder and a non-blocking driver on Pi4J's bus interfaces; the strap on jSerialComm.
///
/// Not here: system calls (`pi4j-linux`), estimation (`core`), models of chips (`virtual-chips`), clocks, threads and logging.
@NullMarked
package io.plumbline.drivers;

import org.jspecify.annotations.NullMarked;
