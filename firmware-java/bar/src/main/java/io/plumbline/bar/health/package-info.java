/// How the bar is: signs of chips, loop, disk, link and computer in, one state with reasons and mends out, and whether the program still does
/// its work. Pure but for [io.plumbline.bar.health.BoardReader], which reads the computer's files; for one thread.
///
/// Not here: where the signs come from and who is told ([io.plumbline.bar.app]), the payloads ([io.plumbline.bar.summary]), sockets.
@NullMarked
package io.plumbline.bar.health;

import org.jspecify.annotations.NullMarked;
