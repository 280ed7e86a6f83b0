package io.plumbline.bar.cli;

/// Exit statuses of the commands.
final class ExitStatus {
  static final int OK = 0;
  /// Nothing wrong with what was given, and yet not done.
  static final int NOT_DONE = 1;
  /// What was given cannot be used, or only in part.
  static final int UNUSABLE = 2;

  private ExitStatus() {}
}
