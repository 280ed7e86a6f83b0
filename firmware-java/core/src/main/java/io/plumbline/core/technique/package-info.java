/// What measures say of technique: rules over a rep's measures against the athlete's own baseline, what a set changed, and cues that are
/// decided while the bar moves. Numbers are defaults of the domain that coach and athlete can change.
///
/// Not here: measuring, sets' boundaries, and how findings and cues are published. Words of alarm do not belong here either: a finding says
/// what was measured, and by how much it differs.
@NullMarked
package io.plumbline.core.technique;

import org.jspecify.annotations.NullMarked;
