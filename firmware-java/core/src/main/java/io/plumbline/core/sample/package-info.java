/// One instant of sensor values on its way into the pipeline, and what is known about the sensors. Units are SI, frames as in the recording
/// format: sensor, bar (x left to right pod), world (z up).
///
/// Not here: where samples come from, calibration of raw counts, estimation.
@NullMarked
package io.plumbline.core.sample;

import org.jspecify.annotations.NullMarked;
