@NullMarked
package io.plumbline.daemon.access;

import org.jspecify.annotations.NullMarked;
