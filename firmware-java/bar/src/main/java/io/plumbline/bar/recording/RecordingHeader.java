package io.plumbline.bar.recording;

import io.plumbline.contract.payload.Exercise;
import io.plumbline.core.sample.BarSetup;

/// What a recording says about itself.
///
/// @param setup    bar, sensors and lifter, with the format's defaults for what is not said
/// @param exercise the lift
public record RecordingHeader(BarSetup setup, Exercise exercise) {}
