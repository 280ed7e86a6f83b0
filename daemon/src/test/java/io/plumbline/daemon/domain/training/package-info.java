@NullMarked
package io.plumbline.daemon.domain.training;

import org.jspecify.annotations.NullMarked;
