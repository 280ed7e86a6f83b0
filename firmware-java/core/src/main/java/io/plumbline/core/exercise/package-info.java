/// By which name a coach would call a lift that nobody named, from the measures of its reps.
///
/// Not here: measuring, counting, and from where reps begin, which the counting itself has to find (`rep.StartFinder`).
@NullMarked
package io.plumbline.core.exercise;

import org.jspecify.annotations.NullMarked;
