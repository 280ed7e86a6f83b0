/// Who may log in at a broker, and who may publish and read which topics there: users, their verifiers, their rights, and the file that keeps them.
///
/// Not here: any broker. The embedded one asks these classes, and Mosquitto gets files made of them.
@NullMarked
package io.plumbline.daemon.broker.access;

import org.jspecify.annotations.NullMarked;
