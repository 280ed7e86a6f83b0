/// Recordings in the exchange format, written. Not here: reading them, that is the firmware's.
@NullMarked
package io.plumbline.simulator.recording;

import org.jspecify.annotations.NullMarked;
