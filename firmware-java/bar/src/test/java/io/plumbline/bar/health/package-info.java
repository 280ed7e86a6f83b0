/// Tests of how the bar judges itself.
@NullMarked
package io.plumbline.bar.health;

import org.jspecify.annotations.NullMarked;
