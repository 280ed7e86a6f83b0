/// NAU7802: one bridge, the low-price way to weigh a side of the bar.
///
/// Not here: newtons and kilograms, zero and gain of a bridge.
@NullMarked
package io.plumbline.drivers.nau7802;

import org.jspecify.annotations.NullMarked;
