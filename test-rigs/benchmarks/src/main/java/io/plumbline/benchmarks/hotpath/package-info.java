/// The work that is done for every sample, one agent each, on prepared rows or on virtual chips whose clock stands still between the passes:
/// what JMH times and the allocation gate watches.
///
/// Not here: wake-up and real time ([io.plumbline.benchmarks.soak]).
@NullMarked
package io.plumbline.benchmarks.hotpath;

import org.jspecify.annotations.NullMarked;
