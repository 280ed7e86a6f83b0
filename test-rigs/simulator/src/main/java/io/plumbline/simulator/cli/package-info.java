/// The command `plumbline simulate`. Not here: what it simulates.
@NullMarked
package io.plumbline.simulator.cli;

import org.jspecify.annotations.NullMarked;
