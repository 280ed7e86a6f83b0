package io.plumbline.system.broken.daemon.store;

/// A room.
public interface Table {}
