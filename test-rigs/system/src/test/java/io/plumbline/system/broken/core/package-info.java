/// Breaks the rules of the house on purpose.
@NullMarked
package io.plumbline.system.broken.core;

import org.jspecify.annotations.NullMarked;
