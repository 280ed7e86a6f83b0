/// When a sample was taken, on the host's clock: a line through what was observed, for chips whose own clock is a few per cent off.
///
/// Not here: reading a clock (time is an argument), filters of what was measured.
@NullMarked
package io.plumbline.drivers.clock;

import org.jspecify.annotations.NullMarked;
