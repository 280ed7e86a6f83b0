/// The root command `plumbline`: gathers the commands of the other modules and reports their errors in one way.
///
/// Not here: what a command does.
@NullMarked
package io.plumbline.demo.cli;

import org.jspecify.annotations.NullMarked;
