package io.plumbline.daemon.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder that one daemon owns while it runs.
final class DataFolder implements AutoCloseable {
  private static final String MEND = ": choose another with --data";

  private final Path folder;
  private final FileChannel lockFile;

  private DataFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /// Makes the folder where missing and takes it for this process.
  static DataFolder open(Path folder) throws DaemonStartException {
    DataFolder ours = openUnlessUsed(folder);
    if (ours == null) {
      throw new DaemonStartException("data folder " + folder + " is used by another daemon that runs" + MEND, null);
    }
    return ours;
  }

  /// The same, but null where another program has it.
  static @Nullable DataFolder openUnlessUsed(Path folder) throws DaemonStartException {
    try {
      make(folder);
      FileChannel lockFile = FileChannel.open(folder.resolve("daemon.lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      if (!locked(lockFile)) {
        lockFile.close();
        return null;
      }
      return new DataFolder(folder, lockFile);
    } catch (FileAlreadyExistsException e) {
      throw new DaemonStartException("data folder " + folder + " cannot be made: " + e.getFile() + " is a file" + MEND,
          e);
    } catch (AccessDeniedException e) {
      throw new DaemonStartException("data folder " + folder + " cannot be written: no permission for " + e.getFile()
          + MEND, e);
    } catch (IOException e) {
      throw new DaemonStartException("data folder " + folder + " cannot be used (" + e.getMessage() + ")" + MEND, e);
    }
  }

  /// What people lift is nobody else's business: a folder that is made here is its owner's only.
  private static void make(Path folder) throws IOException {
    boolean isNew = Files.notExists(folder);
    Files.createDirectories(folder);
    if (isNew && Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
