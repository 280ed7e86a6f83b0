package io.plumbline.blackbox;

/// A header block: what the recording says about itself, and which of its files this is.
///
/// @param recording  the same in all files
/// @param fileNumber number in the file's name
/// @param firstBlock sequence number of the file's first block
record FileHeader(BlackBoxHeader recording, long fileNumber, long firstBlock) {}
