/// The MQTT broker inside the daemon, for homes that have none, who is let in there, and telling the network of it.
///
/// Not here: anything about what is published. The daemon itself talks to this broker as to any other, over TCP.
@NullMarked
package io.plumbline.daemon.broker;

import org.jspecify.annotations.NullMarked;
