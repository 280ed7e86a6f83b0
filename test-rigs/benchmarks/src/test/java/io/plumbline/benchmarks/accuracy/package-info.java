/// Statistics with known answers, and a small campaign on seeds that nothing was tuned on.
@NullMarked
package io.plumbline.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
