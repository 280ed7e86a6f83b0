/// Breaks the rules of the house on purpose.
@NullMarked
package io.plumbline.system.broken.bar.summary;

import org.jspecify.annotations.NullMarked;
