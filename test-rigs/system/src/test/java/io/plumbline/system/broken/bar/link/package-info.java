/// Breaks the rules of the house on purpose.
@NullMarked
package io.plumbline.system.broken.bar.link;

import org.jspecify.annotations.NullMarked;
