/// The same questions to every driver on every path, and what only one kind of chip can suffer.
@NullMarked
package io.plumbline.drivers.chips;

import org.jspecify.annotations.NullMarked;
