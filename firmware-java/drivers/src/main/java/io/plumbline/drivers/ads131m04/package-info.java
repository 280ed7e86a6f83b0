/// ADS131M04: four channels sampled at one instant, for load-cell bridges.
///
/// Not here: newtons and kilograms, zero and gain of a bridge.
@NullMarked
package io.plumbline.drivers.ads131m04;

import org.jspecify.annotations.NullMarked;
