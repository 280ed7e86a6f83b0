/// Files that are written whole or not at all.
///
/// Not here: what stands in them, and files that grow (journal, black box).
@NullMarked
package io.plumbline.bar.file;

import org.jspecify.annotations.NullMarked;
