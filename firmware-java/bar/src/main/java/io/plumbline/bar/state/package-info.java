/// What the bar learned, was paired with, and keeps from one start to the next, in one folder. Files are versioned, replaced as a whole and never half-written.
///
/// Not here: what is learned (core), settings (`config`), recordings.
@NullMarked
package io.plumbline.bar.state;

import org.jspecify.annotations.NullMarked;
