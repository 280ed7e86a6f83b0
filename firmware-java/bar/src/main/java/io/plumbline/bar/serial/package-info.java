/// The wired way: the journal's summaries over a serial line, mostly the USB cable of a Pi in gadget mode, to a daemon that asks for them. The only package
/// of the bar program that knows jSerialComm: chips on a serial line belong to the drivers.
///
/// Not here: frames and messages (the contract's), what is kept and until when (the journal's), MQTT.
@NullMarked
package io.plumbline.bar.serial;

import org.jspecify.annotations.NullMarked;
