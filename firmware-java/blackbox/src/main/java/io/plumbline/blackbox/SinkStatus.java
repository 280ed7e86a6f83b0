package io.plumbline.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the recording goes. Written by the writer's thread alone, read by any.
final class SinkStatus {
  private volatile BlackBoxWriter.State state = BlackBoxWriter.State.WAITING;
  private volatile long blocks;
  private volatile long bytes;
  private volatile long failures;
  private volatile long deletedFiles;
  private volatile String lastFailure = "";
  private volatile @Nullable Path file;

  void wrote(int blockBytes) {
    long blocksBefore = blocks;
    blocks = blocksBefore + 1;
    long bytesBefore = bytes;
    bytes = bytesBefore + blockBytes;
  }

  void opened(Path newFile) {
    file = newFile;
    state = BlackBoxWriter.State.RECORDING;
  }

  void resumed() {
    state = BlackBoxWriter.State.RECORDING;
  }

  void failed(IOException cause) {
    long before = failures;
    failures = before + 1;
    String message = cause.getMessage();
    lastFailure = cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    state = BlackBoxWriter.State.PAUSED;
  }

  void deleted(int files) {
    long before = deletedFiles;
    deletedFiles = before + files;
  }

  void closed() {
    state = BlackBoxWriter.State.CLOSED;
  }

  BlackBoxWriter.State state() {
    return state;
  }

  long blocks() {
    return blocks;
  }

  long bytes() {
    return bytes;
  }

  long failures() {
    return failures;
  }

  long deletedFiles() {
    return deletedFiles;
  }

  String lastFailure() {
    return lastFailure;
  }

  @Nullable
  Path file() {
    return file;
  }
}
