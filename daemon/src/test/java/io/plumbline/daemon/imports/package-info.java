/// Tests of what is read out of other tools' files.
@NullMarked
package io.plumbline.daemon.imports;

import org.jspecify.annotations.NullMarked;
