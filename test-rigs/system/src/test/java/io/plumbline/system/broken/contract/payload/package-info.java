/// Breaks the rules of the house on purpose.
@NullMarked
package io.plumbline.system.broken.contract.payload;

import org.jspecify.annotations.NullMarked;
