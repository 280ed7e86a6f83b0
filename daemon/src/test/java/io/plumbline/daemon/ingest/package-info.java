@NullMarked
package io.plumbline.daemon.ingest;

import org.jspecify.annotations.NullMarked;
