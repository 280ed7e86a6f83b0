/// The commands `replay` and `bar`: options, output for people and for programs, exit statuses.
///
/// Not here: anything that measures, maps or publishes.
@NullMarked
package io.plumbline.bar.cli;

import org.jspecify.annotations.NullMarked;
