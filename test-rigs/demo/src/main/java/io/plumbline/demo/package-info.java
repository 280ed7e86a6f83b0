/// `plumbline demo`: a simulated bar, the real firmware, broker, daemon and dashboard in one process.
///
/// Not here: anything that production code would need; the simulation itself.
@NullMarked
package io.plumbline.demo;

import org.jspecify.annotations.NullMarked;
