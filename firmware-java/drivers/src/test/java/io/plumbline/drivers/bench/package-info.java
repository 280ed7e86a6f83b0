/// A board with virtual chips and a clock that only the test moves, and what can be done to it. Fixtures of the tests.
@NullMarked
package io.plumbline.drivers.bench;

import org.jspecify.annotations.NullMarked;
