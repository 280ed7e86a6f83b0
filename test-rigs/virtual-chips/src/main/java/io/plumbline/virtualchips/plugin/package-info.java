/// A Pi4J plugin whose buses and pins are those of a [io.plumbline.virtualchips.wire.Board]: the drivers above see what they would see on a Pi.
///
/// Not here: chips, faults, system calls.
@NullMarked
package io.plumbline.virtualchips.plugin;

import org.jspecify.annotations.NullMarked;
