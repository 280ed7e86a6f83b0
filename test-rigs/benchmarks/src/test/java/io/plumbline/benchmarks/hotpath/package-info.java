/// The allocation gate.
@NullMarked
package io.plumbline.benchmarks.hotpath;

import org.jspecify.annotations.NullMarked;
