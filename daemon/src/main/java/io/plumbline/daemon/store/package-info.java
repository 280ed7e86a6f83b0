/// Sets, reps and curves, athletes, corrections and what people tell in a relational database: SQLite in the data folder, or PostgreSQL. One migration folder a dialect, the same SQL
/// for everything else. SQLite files are backed up and restored here too.
///
/// Not here: MQTT, HTTP, and anything that is counted up on receipt: what can be worked out from the reps is worked out when it is read.
@NullMarked
package io.plumbline.daemon.store;

import org.jspecify.annotations.NullMarked;
