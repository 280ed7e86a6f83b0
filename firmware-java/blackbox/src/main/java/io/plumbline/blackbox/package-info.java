/// Lossless raw recording: writer, reader, export.
///
/// Not here: decoding or judging what was recorded, publishing.
@NullMarked
package io.plumbline.blackbox;

import org.jspecify.annotations.NullMarked;
