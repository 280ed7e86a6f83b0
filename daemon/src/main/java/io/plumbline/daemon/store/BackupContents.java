package io.plumbline.daemon.store;

/// What a database file holds, once it was checked.
///
/// @param schema version of its schema
/// @param bytes  size of the file
public record BackupContents(String schema, long sets, long reps, long athletes, long bytes) {}
