/// From a cable into the daemon: asks a bar at the other end of a serial line for its journal, has each batch committed, and says so. The only package of the daemon that
/// knows jSerialComm.
///
/// Not here: frames and messages (the contract's), SQL, judgement of payloads (the intake's).
@NullMarked
package io.plumbline.daemon.serial;

import org.jspecify.annotations.NullMarked;
