/// Tests of the published filters and of how they are compared.
@NullMarked
package io.plumbline.benchmarks.attitude;

import org.jspecify.annotations.NullMarked;
