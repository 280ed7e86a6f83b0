/// Bar, broker, daemon and dashboard as processes, compared field by field.
@NullMarked
package io.plumbline.system.whole;

import org.jspecify.annotations.NullMarked;
