/// Each rule with numbers that can be checked by hand, and with many histories made at random.
@NullMarked
package io.plumbline.daemon.coach;

import org.jspecify.annotations.NullMarked;
