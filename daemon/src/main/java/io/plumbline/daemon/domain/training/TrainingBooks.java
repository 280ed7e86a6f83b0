package io.plumbline.daemon.domain.training;

/// The three books on athletes, which belong to one database.
public record TrainingBooks(AthleteBook athletes, Notebook notebook, SetBook sets) {}
