/// The attitude filter beside published ones, on recordings with optical truth: accuracy and time an update.
///
/// Not here: the filter itself; anything the firmware would use.
@NullMarked
package io.plumbline.benchmarks.attitude;

import org.jspecify.annotations.NullMarked;
