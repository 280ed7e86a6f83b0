/// MQTT: the bar's payloads to a broker, as its contract's topics say. The only package that knows the MQTT client.
/// How bar and broker know each other (TLS, users, secrets) and find each other (multicast DNS).
///
/// Not here: what the payloads mean, and keeping them over a restart (the journal's task).
@NullMarked
package io.plumbline.bar.link;

import org.jspecify.annotations.NullMarked;
