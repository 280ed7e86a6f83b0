@NullMarked
package io.plumbline.daemon.app;

import org.jspecify.annotations.NullMarked;
