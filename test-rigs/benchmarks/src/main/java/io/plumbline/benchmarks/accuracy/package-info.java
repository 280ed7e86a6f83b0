/// How near the measuring core comes to the truth: random simulated sets, measured with every set of sensors and with single ideas left out, as
/// tables, pictures and a part of the core's documentation.
///
/// Not here: limits that are tuned to what is measured; the goals are those of the design, met or not.
@NullMarked
package io.plumbline.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
