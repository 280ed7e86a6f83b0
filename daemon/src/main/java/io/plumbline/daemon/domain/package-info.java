/// What the daemon is about: summaries that arrive, sets and reps that are kept, bars that are online; and the ports through which the
/// other packages meet.
///
/// Not here: MQTT, SQL, HTTP, threads. The payload records of the contract are the daemon's own language and are used as they are.
@NullMarked
package io.plumbline.daemon.domain;

import org.jspecify.annotations.NullMarked;
