/// How long it takes from a sample to what a person notices: bar program and daemon in real time on virtual chips, with a lifter whose technique breaks.
///
/// Not here: a verdict on time in a test; a person compares with the goals, on his machine.
@NullMarked
package io.plumbline.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
