/// The check of a bar's chips that a builder runs before the first lift: are they there, do they do what their data sheets say, and what to do
/// where not; and of the files that switch its buses on.
///
/// Not here: registers (`drivers`), pins and command line.
@NullMarked
package io.plumbline.bar.check;

import org.jspecify.annotations.NullMarked;
