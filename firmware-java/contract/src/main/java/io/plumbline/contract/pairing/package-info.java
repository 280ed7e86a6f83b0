/// How a bar comes by its secret at a broker that asks for one: the one-time code that a person carries from daemon to bar, and what the broker
/// keeps of a secret.
///
/// Not here: connections, certificates, files.
@NullMarked
package io.plumbline.contract.pairing;

import org.jspecify.annotations.NullMarked;
