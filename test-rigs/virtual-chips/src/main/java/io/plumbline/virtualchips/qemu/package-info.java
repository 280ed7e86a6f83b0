/// What looks at an emulated Raspberry Pi from inside it (`.ci/pi3`): QEMU's own chips through the firmware's plugin, and its UART through jSerialComm.
///
/// Not here: models of our chips, which QEMU does not know; anything that runs outside the emulator.
@NullMarked
package io.plumbline.virtualchips.qemu;

import org.jspecify.annotations.NullMarked;
