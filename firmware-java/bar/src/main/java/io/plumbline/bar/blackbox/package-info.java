/// Black boxes read for people and for other programs: what is in one, and its export to the recording format.
///
/// Not here: the bytes of a black box ([io.plumbline.blackbox]), what the counts mean, command lines.
@NullMarked
package io.plumbline.bar.blackbox;

import org.jspecify.annotations.NullMarked;
