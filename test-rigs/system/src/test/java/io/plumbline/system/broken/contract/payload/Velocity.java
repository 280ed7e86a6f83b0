package io.plumbline.system.broken.contract.payload;

/// A payload.
public record Velocity(double meanMps) {}
