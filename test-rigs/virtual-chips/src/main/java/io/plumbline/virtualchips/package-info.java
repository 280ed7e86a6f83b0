/// Register-level models of every chip as a Pi4J plugin, with constants of their own from the data sheets.
///
/// Not here: a driver's register constants, the motion that feeds the chips (`simulator`).
@NullMarked
package io.plumbline.virtualchips;

import org.jspecify.annotations.NullMarked;
