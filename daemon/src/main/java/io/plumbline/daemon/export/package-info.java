/// What is kept of an athlete, in files for other programs: JSON, CSV and Parquet in a zip, a set as captions for a video.
///
/// Here: file formats and what goes into them. Not here: SQL, HTTP, and any value that the domain does not know. Names of files are made here, never of what people typed.
@NullMarked
package io.plumbline.daemon.export;

import org.jspecify.annotations.NullMarked;
