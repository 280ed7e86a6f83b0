/// How many reps a second the daemon stores on one processor, beside what a person would otherwise put together, and what memory it takes.
///
/// Not here: whether anything is lost; `test-rigs/faults` asks that.
@NullMarked
package io.plumbline.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
