/// A simulated past for the demonstration: athletes with weeks of training behind them, made by a small model and stored as bars' summaries are. Measuring does not
/// belong here, nor anything that production code needs.
@NullMarked
package io.plumbline.demo.history;

import org.jspecify.annotations.NullMarked;
