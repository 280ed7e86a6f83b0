/// Samples as the chips give them: integer counts with time, sequence number and flags, and what the counts mean. This is what the black box
/// keeps and what the pipeline's frames are made of.
///
/// Not here: bytes of any bus, calibration, frames of the pipeline ([io.plumbline.core.sample]).
@NullMarked
package io.plumbline.core.raw;

import org.jspecify.annotations.NullMarked;
