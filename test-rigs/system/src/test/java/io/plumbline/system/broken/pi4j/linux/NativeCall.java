package io.plumbline.system.broken.pi4j.linux;

/// Stands for a native call.
public interface NativeCall {}
