@NullMarked
package io.plumbline.daemon.store;

import org.jspecify.annotations.NullMarked;
