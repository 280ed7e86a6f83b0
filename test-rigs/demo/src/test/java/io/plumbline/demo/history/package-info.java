/// Tests of the simulated past.
@NullMarked
package io.plumbline.demo.history;

import org.jspecify.annotations.NullMarked;
