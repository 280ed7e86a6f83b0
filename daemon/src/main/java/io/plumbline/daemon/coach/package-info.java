/// The coach's rules: what a history of training comes to on a given instant, and why.
///
/// Here: pure functions over [io.plumbline.daemon.domain.training.TrainingHistory] and an instant, one class a rule, each with an id and with numbers that can be
/// changed for one athlete ([io.plumbline.daemon.coach.RuleNumber]); `daemon/coach.md` lists them. Not here: clocks, databases, HTTP, and rules of technique, which
/// the bar judges rep by rep. Words: a training instrument for healthy adults. It compares with the athlete's own past, asks, suggests and shows; what it says of
/// pain it says because the athlete told of it, never because of a sensor. What is not known is said to be not known.
@NullMarked
package io.plumbline.daemon.coach;

import org.jspecify.annotations.NullMarked;
