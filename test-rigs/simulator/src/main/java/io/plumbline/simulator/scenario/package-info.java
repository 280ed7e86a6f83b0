/// What is to be simulated: scenarios as values, their files, the named library, random ones. Not here: any motion, any physics.
@NullMarked
package io.plumbline.simulator.scenario;

import org.jspecify.annotations.NullMarked;
