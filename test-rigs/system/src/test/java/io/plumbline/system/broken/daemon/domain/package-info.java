/// Breaks the rules of the house on purpose.
@NullMarked
package io.plumbline.system.broken.daemon.domain;

import org.jspecify.annotations.NullMarked;
