/// Recordings of the exchange format, read as a stream: metadata, columns, rows, and what is wrong with them.
///
/// Not here: estimation, payloads, printing, and writing recordings.
@NullMarked
package io.plumbline.bar.recording;

import org.jspecify.annotations.NullMarked;
