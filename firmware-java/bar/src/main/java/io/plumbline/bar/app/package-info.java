/// The bar program: a source of frames, the measurement, the link, put together. The one place where the source is chosen.
///
/// Not here: estimation, the payloads' content, MQTT, the command line.
@NullMarked
package io.plumbline.bar.app;

import org.jspecify.annotations.NullMarked;
