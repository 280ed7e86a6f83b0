/// A rep, found and measured.
///
/// Not here: attitude and motion estimation, sets, exercises, anything that is published.
@NullMarked
package io.plumbline.core.rep;

import org.jspecify.annotations.NullMarked;
