/// Lossless raw recording: writer, reader, damage report. `FORMAT.md` of this module says what the bytes mean.
///
/// Not here: decoding or judging what was recorded, publishing, threads, clocks.
@NullMarked
package io.plumbline.blackbox;

import org.jspecify.annotations.NullMarked;
