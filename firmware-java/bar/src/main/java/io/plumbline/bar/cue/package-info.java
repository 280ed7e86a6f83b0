/// What the lifter hears and sees at the bar: which cue is told on which output, with which pattern, and which goes first. Needs no network.
///
/// Not here: what a cue is about and when it is decided (`core`, `summary`), how a pin is switched (`drivers.signal`), opening pins (`app`), MQTT.
@NullMarked
package io.plumbline.bar.cue;

import org.jspecify.annotations.NullMarked;
