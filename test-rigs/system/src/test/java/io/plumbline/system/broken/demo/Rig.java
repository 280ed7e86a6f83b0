package io.plumbline.system.broken.demo;

/// A test rig.
public interface Rig {}
