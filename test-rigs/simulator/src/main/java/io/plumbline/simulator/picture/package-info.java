/// A run as a picture for people. Not here: anything a test or a rig would read back.
@NullMarked
package io.plumbline.simulator.picture;

import org.jspecify.annotations.NullMarked;
