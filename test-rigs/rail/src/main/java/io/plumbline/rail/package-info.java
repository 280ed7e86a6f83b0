/// A stepper rail driven over serial: ground truth for a real bar.
///
/// Not here: measuring (`core`), a virtual bar (`simulator`, `virtual-chips`).
@NullMarked
package io.plumbline.rail;

import org.jspecify.annotations.NullMarked;
