/// Training as a coach sees it: athletes, their sets after corrections, sessions, check-ins, plans, and everything of one athlete as one immutable value.
///
/// Here: immutable records that check their own values, and pure functions over them. Not here: rules of coaching, clocks, databases, HTTP, and who may
/// see or change what. A value that nobody measured or told is null. Every text is for people and as a person typed it.
@NullMarked
package io.plumbline.daemon.domain.training;

import org.jspecify.annotations.NullMarked;
