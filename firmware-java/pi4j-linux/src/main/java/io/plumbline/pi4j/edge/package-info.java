/// Edges of a digital input with the time and number that whoever saw them first gave them. Pi4J's own listener has neither, asks for both
/// edges and allocates for each, so data-ready lines go through this extension of its digital input.
///
/// Not here: system calls ([io.plumbline.pi4j.linux]); what an edge means.
@NullMarked
package io.plumbline.pi4j.edge;

import org.jspecify.annotations.NullMarked;
