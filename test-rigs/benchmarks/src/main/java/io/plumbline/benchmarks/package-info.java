/// Benchmarks and gates: each prints a ratio against a baseline named in the same run.
///
/// Not here: tests of behaviour; nothing asserts wall-clock time.
@NullMarked
package io.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
