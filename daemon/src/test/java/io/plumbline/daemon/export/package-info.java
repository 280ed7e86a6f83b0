/// Tests of the file formats, each read back by a reader that is not ours.
@NullMarked
package io.plumbline.daemon.export;

import org.jspecify.annotations.NullMarked;
