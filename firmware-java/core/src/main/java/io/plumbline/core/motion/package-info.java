/// How a pod moves: rest detection, the causal filter, its history, and the smoother over it.
///
/// Not here: orientation, what a movement means.
@NullMarked
package io.plumbline.core.motion;

import org.jspecify.annotations.NullMarked;
