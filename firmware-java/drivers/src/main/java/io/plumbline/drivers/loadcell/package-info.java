/// From bridge ratios to forces, for each way to fit load cells to a bar or under it. Which way can do less, and why: see [Layout].
///
/// Not here: chips, fitting of zeros and gains (calibration), what a lift is.
@NullMarked
package io.plumbline.drivers.loadcell;

import org.jspecify.annotations.NullMarked;
