package io.plumbline.bar.recording;

/// A file that is no recording. The message is one line for a person: place, reason and likely mend; the file's name goes before it.
public final class UnusableRecordingException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableRecordingException(String message) {
    super(message);
  }
}
