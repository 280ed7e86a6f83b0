/// Sets that other tools measured, out of their CSV files.
///
/// Here: reading such files, and what of them the domain can keep. Not here: SQL and HTTP, and guesses: what a file does not say is not made up.
@NullMarked
package io.plumbline.daemon.imports;

import org.jspecify.annotations.NullMarked;
