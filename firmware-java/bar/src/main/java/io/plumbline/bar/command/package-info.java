/// Commands that come over the network: read, checked, carried out once, answered. What changes the measuring is done between two frames, on the thread that
/// measures; what waits for a disk, on the thread of the commands.
///
/// Not here: MQTT (`link`), what goes over it (`contract`), wiring (`app`).
@NullMarked
package io.plumbline.bar.command;

import org.jspecify.annotations.NullMarked;
