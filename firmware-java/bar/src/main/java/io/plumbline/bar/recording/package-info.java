/// Recordings of the exchange format, read as a stream: metadata, columns, rows, and what is wrong with them; and written.
///
/// Not here: estimation, payloads, printing.
@NullMarked
package io.plumbline.bar.recording;

import org.jspecify.annotations.NullMarked;
