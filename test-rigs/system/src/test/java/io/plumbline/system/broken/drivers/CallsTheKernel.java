package io.plumbline.system.broken.drivers;

import io.plumbline.system.broken.pi4j.linux.NativeCall;

/// Breaks the rule that only the wiring sees native calls.
record CallsTheKernel(NativeCall call) {}
