/// From the broker into the daemon: the only place that speaks MQTT, and the one way into the store for what comes otherwise. What has to be kept goes to the store, is committed, and only then
/// acknowledged; what is only of now is handed on at once.
///
/// Not here: SQL, HTTP, and judgement of what the numbers mean.
@NullMarked
package io.plumbline.daemon.ingest;

import org.jspecify.annotations.NullMarked;
