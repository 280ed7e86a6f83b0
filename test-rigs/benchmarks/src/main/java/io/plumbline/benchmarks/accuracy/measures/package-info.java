/// How far the measures of a rep are from the truth of simulated ones: bias, standard deviation, coverage of each.
///
/// Not here: velocity, height and counting over sets, plots.
@NullMarked
package io.plumbline.benchmarks.accuracy.measures;

import org.jspecify.annotations.NullMarked;
