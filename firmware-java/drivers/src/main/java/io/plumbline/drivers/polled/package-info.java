/// What all polled chips share: the way from absent to running and back, retries, settings that are written, read back and checked for ever,
/// self-tests.
///
/// Not here: anything of one chip.
@NullMarked
package io.plumbline.drivers.polled;

import org.jspecify.annotations.NullMarked;
