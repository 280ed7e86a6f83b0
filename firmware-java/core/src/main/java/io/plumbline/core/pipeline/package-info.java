/// The measuring mind put together: samples in, reps out.
///
/// Not here: the mathematics of its parts, sets, and everything that is published.
@NullMarked
package io.plumbline.core.pipeline;

import org.jspecify.annotations.NullMarked;
