/// The wired way as a whole: the bar's journal through a cable into the daemon's store, with everything that can happen to a cable.
@NullMarked
package io.plumbline.system.cable;

import org.jspecify.annotations.NullMarked;
