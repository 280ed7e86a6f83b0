/// A fixture.
@NullMarked
package io.plumbline.system.broken.pi4j.linux;

import org.jspecify.annotations.NullMarked;
