@NullMarked
package io.plumbline.benchmarks.accuracy.measures;

import org.jspecify.annotations.NullMarked;
