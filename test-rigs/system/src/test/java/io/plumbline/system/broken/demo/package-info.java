/// Breaks the rules of the house on purpose.
@NullMarked
package io.plumbline.system.broken.demo;

import org.jspecify.annotations.NullMarked;
