package com.pi4j;

/// Stands for the library of this package, which no module here needs yet, in the fixtures of the architecture test.
public interface StandIn {}
