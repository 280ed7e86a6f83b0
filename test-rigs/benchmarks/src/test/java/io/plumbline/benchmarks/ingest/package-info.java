/// Tests of the benchmark of ingest.
///
/// Not here: figures; a busy machine gives others.
@NullMarked
package io.plumbline.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
