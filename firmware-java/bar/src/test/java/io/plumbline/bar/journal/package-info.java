/// Tests of the journal.
@NullMarked
package io.plumbline.bar.journal;

import org.jspecify.annotations.NullMarked;
