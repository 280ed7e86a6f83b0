package io.plumbline.simulator.scenario;

/// What a person does: a rep, or something that is none.
public sealed interface Action permits RepPlan, Incident {}
