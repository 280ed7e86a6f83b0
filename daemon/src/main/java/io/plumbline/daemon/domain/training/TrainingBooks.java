package io.plumbline.daemon.domain.training;

/// The books on athletes, which belong to one database, and what deletes somebody from all of them.
public record TrainingBooks(AthleteBook athletes, Notebook notebook, SetBook sets, Eraser eraser) {}
