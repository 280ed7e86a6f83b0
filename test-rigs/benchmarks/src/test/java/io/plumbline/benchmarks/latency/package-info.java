/// Tests of the latencies' bookkeeping.
@NullMarked
package io.plumbline.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
