package com.fazecast;

/// Stands for the library of this package, which no module here needs yet, in the fixtures of the architecture test.
public interface SerialStandIn {}
