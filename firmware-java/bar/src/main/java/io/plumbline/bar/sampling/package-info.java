/// The loop that reads the chips, the rings that carry its rows to recorder and pipeline, and what turns rows into the pipeline's frames.
///
/// Not here: bytes of a chip (`drivers`), pins and threads' rights ([io.plumbline.bar.app]), estimation (`core`).
@NullMarked
package io.plumbline.bar.sampling;

import org.jspecify.annotations.NullMarked;
