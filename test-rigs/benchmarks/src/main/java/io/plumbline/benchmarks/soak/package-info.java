/// A long run of the sampling loop on virtual chips whose samples count themselves: what was lost, how late the loop woke, beside cyclictest in
/// the same minutes.
///
/// Not here: a verdict on time; a person compares, on his machine.
@NullMarked
package io.plumbline.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
