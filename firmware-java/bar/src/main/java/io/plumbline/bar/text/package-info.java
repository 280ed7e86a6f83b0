/// Help with texts that people have typed.
///
/// Not here: anything that knows what the text is about.
@NullMarked
package io.plumbline.bar.text;

import org.jspecify.annotations.NullMarked;
