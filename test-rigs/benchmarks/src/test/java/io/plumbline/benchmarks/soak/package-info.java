/// What of the soak does not depend on the machine.
@NullMarked
package io.plumbline.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
