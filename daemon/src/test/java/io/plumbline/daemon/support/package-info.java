/// What the daemon's tests share: payloads, a bar that publishes them, a page that listens, and databases to store into.
@NullMarked
package io.plumbline.daemon.support;

import org.jspecify.annotations.NullMarked;
