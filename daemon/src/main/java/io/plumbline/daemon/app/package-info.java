/// The program: configuration, the command line, and the one place that puts the daemon's packages together.
///
/// Not here: anything that one of the other packages could do.
@NullMarked
package io.plumbline.daemon.app;

import org.jspecify.annotations.NullMarked;
