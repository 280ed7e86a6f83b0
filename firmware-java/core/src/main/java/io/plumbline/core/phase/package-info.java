/// What the bar is doing: the phase machine over the causal estimate.
///
/// Not here: measuring a rep once its phases are known.
@NullMarked
package io.plumbline.core.phase;

import org.jspecify.annotations.NullMarked;
