/// From what the core measured to what goes over MQTT: payloads, sequence numbers, sets. The one place that knows both sides.
///
/// Not here: where samples come from, where payloads go.
@NullMarked
package io.plumbline.bar.summary;

import org.jspecify.annotations.NullMarked;
