/// Tests of the embedded broker and of who may do what there; the same on Mosquitto.
@NullMarked
package io.plumbline.daemon.broker;

import org.jspecify.annotations.NullMarked;
