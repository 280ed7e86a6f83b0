/// The wired way: the same summaries over a serial line, for a bar without a network. Messages, their frames, and the reader that finds frames in
/// whatever bytes a cable brings; the rules stand in `SERIAL.md` of this module.
///
/// Not here: the serial port itself, journals, stores, waiting.
@NullMarked
package io.plumbline.contract.wire;

import org.jspecify.annotations.NullMarked;
