/// What several tests of this module need: made-up recordings, a broker on loopback.
@NullMarked
package io.plumbline.bar.testing;

import org.jspecify.annotations.NullMarked;
