/// Programs that a benchmark starts beside itself, and the folders that they write to.
///
/// Not here: what is measured of them.
@NullMarked
package io.plumbline.benchmarks.process;

import org.jspecify.annotations.NullMarked;
