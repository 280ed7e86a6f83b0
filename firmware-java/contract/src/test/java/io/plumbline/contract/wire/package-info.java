/// Tests of the frames on a serial line.
@NullMarked
package io.plumbline.contract.wire;

import org.jspecify.annotations.NullMarked;
