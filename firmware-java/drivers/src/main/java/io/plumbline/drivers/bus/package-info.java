/// How drivers reach their chips: registers and frames over Pi4J's SPI and I2C, with a status for every transfer and a bus that may be opened
/// late or again.
///
/// Not here: what a register means, system calls, retries and pauses.
@NullMarked
package io.plumbline.drivers.bus;

import org.jspecify.annotations.NullMarked;
