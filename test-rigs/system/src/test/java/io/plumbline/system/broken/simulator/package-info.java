/// Breaks the rules of the house on purpose.
@NullMarked
package io.plumbline.system.broken.simulator;

import org.jspecify.annotations.NullMarked;
