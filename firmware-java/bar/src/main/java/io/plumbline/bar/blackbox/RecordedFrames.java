package io.plumbline.bar.blackbox;

import io.plumbline.core.sample.BarSetup;

/// What a recording's rows mean.
///
/// @param assembly makes frames of them
/// @param setup    what is known about bar and sensors
public record RecordedFrames(FrameAssembly assembly, BarSetup setup) {}
