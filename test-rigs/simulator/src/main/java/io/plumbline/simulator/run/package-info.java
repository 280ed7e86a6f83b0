/// A scenario carried out: lifter, physics and sensors stepped together, and the truth about each rep. Not here: files.
@NullMarked
package io.plumbline.simulator.run;

import org.jspecify.annotations.NullMarked;
