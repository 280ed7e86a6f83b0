package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Creates the files that a writer fills.
@FunctionalInterface
public interface ChannelOpener {
  /// On the file system of this machine.
  ChannelOpener FILES = file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /// Creates a file, which must not be there yet, for writing.
  FileChannel create(Path file) throws IOException;
}
