/// Which way a pod points: orientation from angular rate and gravity, and the gyro bias learned at rest.
///
/// Not here: position and velocity, the decision whether the bar is at rest.
@NullMarked
package io.plumbline.core.attitude;

import org.jspecify.annotations.NullMarked;
