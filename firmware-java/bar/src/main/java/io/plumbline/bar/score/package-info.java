/// What the pipeline measured against what a recording's reference columns say.
///
/// Not here: measuring; nothing in this package is ever seen by the pipeline.
@NullMarked
package io.plumbline.bar.score;

import org.jspecify.annotations.NullMarked;
