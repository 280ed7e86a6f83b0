/// Tests of the checker and of what breaks things: a checker that finds nothing is worse than none.
@NullMarked
package io.plumbline.faults;

import org.jspecify.annotations.NullMarked;
